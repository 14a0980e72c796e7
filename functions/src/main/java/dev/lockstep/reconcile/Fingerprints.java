package dev.lockstep.reconcile;

import dev.lockstep.plan.Change;
import dev.lockstep.plan.Plan;
import dev.lockstep.plan.Subject.DnsRecord;
import dev.lockstep.plan.Subject.GatewayElement;
import dev.lockstep.reconcile.state.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Takes the fingerprint of a plan's gateway change. */
final class Fingerprints {
  private Fingerprints() {}

  /** The fingerprint; empty when the plan leaves the gateway alone. */
  static Optional<Fingerprint> of(Plan plan) {
    if (plan.gatewayBody().isEmpty()) {
      return Optional.empty();
    }
    TreeSet<String> parts = new TreeSet<>(parts(plan).values());
    return Optional.of(new Fingerprint(hash(String.join(" ", parts), 16), parts));
  }

  /** The fingerprint of a document that no plan asked for. */
  static Fingerprint ofErrand(String kind, Plan plan) {
    TreeSet<String> parts = new TreeSet<>(parts(plan).values());
    return new Fingerprint(hash(kind + " " + String.join(" ", parts), 16), parts);
  }

  /** What the plan does to each element of the gateway, as a hash. */
  static SortedMap<String, String> parts(Plan plan) {
    SortedMap<String, String> parts = new TreeMap<>();
    plan.changes().stream()
        .filter(change -> change.subject() instanceof GatewayElement)
        .forEach(
            change ->
                parts.put(
                    ((GatewayElement) change.subject()).key().toString(),
                    hash(describe(change), 8)));
    return parts;
  }

  /** What the plan does to each record set, as a hash of 16 digits. */
  static SortedSet<String> records(Plan plan) {
    return plan.changes().stream()
        .filter(change -> change.subject() instanceof DnsRecord)
        .map(change -> hash(describe(change), 16))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String describe(Change change) {
    StringBuilder text = new StringBuilder();
    text.append(change.kind()).append(' ').append(change.subject());
    change
        .fields()
        .forEach(field -> text.append('\n').append(field.path()).append('=').append(field.after()));
    return text.toString();
  }

  private static String hash(String text, int digits) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, digits);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
