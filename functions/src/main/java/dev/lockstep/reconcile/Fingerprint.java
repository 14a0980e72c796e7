package dev.lockstep.reconcile;

import dev.lockstep.plan.Change;
import dev.lockstep.plan.Plan;
import dev.lockstep.plan.Subject.GatewayElement;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Names what a plan does to the gateway document, apart from its record sets: the same change has
 * the same name before and after the record sets were written.
 */
final class Fingerprint {
  private Fingerprint() {}

  /** The name; empty when the plan leaves the gateway alone. */
  static Optional<String> of(Plan plan) {
    if (plan.gatewayBody().isEmpty()) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder();
    plan.changes().stream()
        .filter(change -> change.subject() instanceof GatewayElement)
        .forEach(change -> describe(change, text));
    return Optional.of(hash(text.toString()));
  }

  private static void describe(Change change, StringBuilder text) {
    text.append(change.kind()).append(' ').append(change.subject()).append('\n');
    change
        .fields()
        .forEach(field -> text.append(field.path()).append('=').append(field.after()).append('\n'));
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
