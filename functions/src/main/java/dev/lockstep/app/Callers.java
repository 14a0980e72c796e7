package dev.lockstep.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells who calls, as far as it is known. The host checks keys and does not say which one it was;
 * the platform's authentication ("Easy Auth") adds headers that nobody else can set, but only where
 * it is switched on (Microsoft Learn, app-service/configure-authentication-user-identities).
 *
 * @param vouched whether the platform's authentication is switched on; else its headers are ignored
 */
record Callers(boolean vouched) {
  /** The app role whose holders may do what else needs the admin key. */
  static final String ROLE = "Lockstep.Admin";

  private static final Pattern OBJECT_ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Set<String> ROLE_CLAIMS =
      Set.of("roles", "http://schemas.microsoft.com/ws/2008/06/identity/claims/role");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Nobody vouches for headers. */
  static final Callers BY_KEY = new Callers(false);

  /** Who calls with a function key at least. */
  String withFunctionKey(HttpCall call) {
    return named(call, "a holder of the function key");
  }

  /** Who calls with the admin key. */
  String withAdminKey(HttpCall call) {
    return named(call, "a holder of the admin key");
  }

  /** Whether the platform vouches for a caller with the role. */
  boolean isAdmin(HttpCall call) {
    return vouched && call.header("x-ms-client-principal").filter(Callers::hasRole).isPresent();
  }

  /** An object id is no personal data; the name that the platform knows too is left out. */
  private String named(HttpCall call, String holder) {
    Optional<String> principal =
        vouched
            ? call.header("x-ms-client-principal-id").filter(id -> OBJECT_ID.matcher(id).matches())
            : Optional.empty();
    return principal.map(id -> holder + ", principal " + id).orElse(holder);
  }

  private static boolean hasRole(String header) {
    try {
      for (JsonNode claim : JSON.readTree(Base64.getDecoder().decode(header)).path("claims")) {
        if (ROLE_CLAIMS.contains(claim.path("typ").asText())
            && claim.path("val").asText().equals(ROLE)) {
          return true;
        }
      }
      return false;
    } catch (IOException | IllegalArgumentException e) {
      // What cannot be read gives nobody a role.
      return false;
    }
  }
}
