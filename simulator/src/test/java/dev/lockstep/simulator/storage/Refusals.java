package dev.lockstep.simulator.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.queue.models.QueueStorageException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Says that a call is refused with a status and an error code, as the SDKs show it. */
final class Refusals {
  private Refusals() {}

  static void blobRefused(int status, String code, ThrowingCallable call) {
    BlobStorageException refusal = catchThrowableOfType(BlobStorageException.class, call);
    assertThat(refusal).as("refusal %s", code).isNotNull();
    assertThat(refusal.getStatusCode()).isEqualTo(status);
    assertThat(refusal.getErrorCode().toString()).isEqualTo(code);
  }

  static void queueRefused(int status, String code, ThrowingCallable call) {
    QueueStorageException refusal = catchThrowableOfType(QueueStorageException.class, call);
    assertThat(refusal).as("refusal %s", code).isNotNull();
    assertThat(refusal.getStatusCode()).isEqualTo(status);
    assertThat(refusal.getErrorCode().toString()).isEqualTo(code);
  }
}
