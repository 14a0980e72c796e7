package dev.lockstep.azure;

import com.azure.storage.blob.models.BlobStorageException;
import dev.lockstep.port.StorageFailure;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Tells the answers that mean something from those that mean that storage does not work. */
final class BlobAnswers {
  private BlobAnswers() {}

  /**
   * The result of the call; the other value when the service's answer is the expected one.
   *
   * @throws StorageFailure on everything else
   */
  static <T> T orElse(
      String what, Supplier<T> call, Predicate<BlobStorageException> expected, T other) {
    try {
      return call.get();
    } catch (BlobStorageException e) {
      if (expected.test(e)) {
        return other;
      }
      throw new StorageFailure(
          "blob storage refused to "
              + what
              + ": HTTP "
              + e.getStatusCode()
              + " "
              + e.getErrorCode()
              + Storage.remedy(e.getStatusCode()),
          e);
    } catch (StorageFailure e) {
      throw e;
    } catch (RuntimeException e) {
      throw new StorageFailure("blob storage did not answer to " + what + ": " + e.getMessage(), e);
    }
  }

  static boolean isMissing(BlobStorageException e) {
    return e.getStatusCode() == 404;
  }

  /** 412: the entity tag or the lease is another; 409: the blob is there already. */
  static boolean isConditionNotMet(BlobStorageException e) {
    return e.getStatusCode() == 412 || e.getStatusCode() == 409;
  }

  static boolean isLeased(BlobStorageException e) {
    return e.getStatusCode() == 409;
  }

  /** The lease is somebody else's, broken, or gone with its blob. */
  static boolean isLost(BlobStorageException e) {
    return e.getStatusCode() == 409 || e.getStatusCode() == 412 || e.getStatusCode() == 404;
  }
}
