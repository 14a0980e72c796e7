package dev.lockstep.azure;

import dev.lockstep.azure.BlobText.Unread;

/** Why a blob gave no text, and what to do (Microsoft Learn, blob-service-error-codes). */
final class BlobRefusal {
  private BlobRefusal() {}

  static Unread of(int status, String code) {
    String message = "could not be read: the storage service answered " + status + " " + code;
    return switch (status) {
      case 401, 403 ->
          new Unread(
              message,
              "give the app's identity the role \"Storage Blob Data Reader\" on the container (it"
                  + " takes minutes to count), and let the account's firewall admit the app");
      case 404 ->
          new Unread(message, "upload the bindings there, or correct the URL; it is tried again");
      default ->
          status >= 300 && status < 400
              ? new Unread(message, "give the URL of the blob itself: redirects are not followed")
              : new Unread(message, "it is tried again; if it stays so, look at the account");
    };
  }

  static Unread tooLarge(int most) {
    return new Unread(
        "is larger than " + most + " bytes", "give the URL of a blob that holds only the bindings");
  }

  /** The innermost cause: the outer ones only say that something was waited for. */
  static String words(Throwable failure) {
    Throwable cause = failure;
    for (int i = 0; i < 10 && cause.getCause() != null; i++) {
      cause = cause.getCause();
    }
    String message = cause.getMessage() == null ? "" : ": " + cause.getMessage();
    return cause.getClass().getSimpleName() + message;
  }
}
