package dev.lockstep.simulator.keyvault.api;

/** The data action that a request needs (Microsoft Learn, permissions of Microsoft.KeyVault). */
final class DataActions {
  private static final String CERTIFICATES = "Microsoft.KeyVault/vaults/certificates/";
  private static final String SECRETS = "Microsoft.KeyVault/vaults/secrets/";

  private DataActions() {}

  static String of(VaultRequest request) {
    boolean deleted = request.collection().startsWith("deleted");
    if (request.collection().endsWith("certificates")) {
      return CERTIFICATES
          + switch (request.method()) {
            case "POST" -> request.rest().orElse("") + "/action";
            case "PATCH" -> "update/action";
            case "DELETE" -> deleted ? "purge/action" : "delete";
            default -> "read";
          };
    }
    boolean lists =
        request.name().isEmpty() || request.rest().filter("versions"::equals).isPresent();
    return SECRETS
        + switch (request.method()) {
          case "POST" -> request.rest().orElse("") + "/action";
          case "PUT" -> "setSecret/action";
          case "PATCH" -> "update/action";
          case "DELETE" -> deleted ? "purge/action" : "delete";
          default -> lists || deleted ? "readMetadata/action" : "getSecret/action";
        };
  }
}
