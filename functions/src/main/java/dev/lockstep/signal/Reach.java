package dev.lockstep.signal;

import java.util.Optional;

/** Which targets a row of the signal table reaches. */
enum Reach {
  SERVICE(Optional.of(Cause.Kind.SERVICE_CHANGED), "every target that publishes the service"),
  GATEWAY(Optional.of(Cause.Kind.GATEWAY_CHANGED), "the gateway's target"),
  ZONE(Optional.of(Cause.Kind.RECORD_CHANGED), "every target with a binding that names the zone"),
  CERTIFICATE(
      Optional.of(Cause.Kind.CERTIFICATE_CHANGED), "every target that uses the certificate"),
  VAULT(Optional.of(Cause.Kind.CERTIFICATE_CHANGED), "every target that uses the vault"),
  ALERT(Optional.of(Cause.Kind.ALERT), "every target whose gateway or service the alert is about"),
  /** As a write of a resource of that type would. */
  RESOURCE(Optional.empty(), "as a write of the resource that it names"),
  NOBODY(Optional.empty(), "nobody");

  private final Optional<Cause.Kind> kind;
  private final String words;

  Reach(Optional<Cause.Kind> kind, String words) {
    this.kind = kind;
    this.words = words;
  }

  /** The kind of the cause that such a signal carries; empty when the row alone does not tell. */
  Optional<Cause.Kind> kind() {
    return kind;
  }

  /** For the catalogue. */
  String words() {
    return words;
  }
}
