package dev.lockstep.azure;

/** Words that blob and queue failures share. */
final class Storage {
  private Storage() {}

  static String remedy(int status) {
    return status == 401 || status == 403
        ? "; give the app's identity the roles \"Storage Blob Data Owner\" and \"Storage Queue Data"
            + " Contributor\" on the account, or check the key"
        : "";
  }
}
