package dev.lockstep.simulator.storage;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Predicate;

/** Who may use the account: holders of its key, and bearers of tokens that the check accepts. */
final class StorageAccess {
  private static final String BEARER = "Bearer ";

  private final SharedKey key;
  private final Predicate<String> bearer;

  StorageAccess(SharedKey key, Predicate<String> bearer) {
    this.key = requireNonNull(key, "key is null");
    this.bearer = requireNonNull(bearer, "bearer is null");
  }

  /** Throws the service's 401 or 403 unless the request is allowed. */
  void check(StorageRequest request) {
    String claim =
        request.header("authorization").orElseThrow(StorageError.NO_AUTHENTICATION::asException);
    if (claim.startsWith(BEARER)) {
      if (!bearer.test(claim.substring(BEARER.length()))) {
        throw StorageError.INVALID_TOKEN.asException();
      }
    } else if (!signed(request, claim)) {
      throw StorageError.AUTHENTICATION_FAILED.asException();
    }
  }

  private boolean signed(StorageRequest request, String claim) {
    String right =
        key.authorization(request.method(), request.headers(), request.rawPath(), request.query());
    return MessageDigest.isEqual(
        right.getBytes(StandardCharsets.UTF_8), claim.getBytes(StandardCharsets.UTF_8));
  }
}
