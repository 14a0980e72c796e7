package dev.lockstep.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.model.TargetId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateReachTest {
  private static final VaultObject API = VaultObject.of("kv-edge", "cert-api");
  private static final VaultObject OTHER = VaultObject.of("kv-edge", "cert-other");
  private static final VaultObject ELSEWHERE = VaultObject.of("kv-else", "cert-else");

  /** The edge target uses cert-api; the inner one uses another vault. */
  private static final CertificateUse OBSERVED =
      target -> Optional.of(target.equals(Estate.EDGE) ? Set.of(API) : Set.of(ELSEWHERE));

  @ParameterizedTest
  @DisplayName("each event of a certificate reaches the target that uses it, and no other")
  @ValueSource(
      strings = {
        "CertificateNewVersionCreated",
        "CertificateNearExpiry",
        "CertificateExpired",
        "SecretNewVersionCreated",
        "SecretNearExpiry",
        "SecretExpired"
      })
  void usedByOne(String event) {
    assertThat(reached("Microsoft.KeyVault." + event, API, OBSERVED)).containsExactly(Estate.EDGE);
  }

  @Test
  @DisplayName("a certificate nobody is known to use reaches the targets of its vault")
  void usedByNobody() {
    assertThat(reached(renewed(), OTHER, OBSERVED)).containsExactly(Estate.EDGE);
  }

  @Test
  @DisplayName("a vault nobody uses reaches nobody")
  void foreignVault() {
    assertThat(route(renewed(), VaultObject.of("kv-foreign", "cert"), OBSERVED))
        .isEqualTo(new Routing.Ignored("no target uses kv-foreign/cert"));
  }

  @Test
  @DisplayName("a target of which nothing is known yet is always reached")
  void notObservedYet() {
    Map<TargetId, Set<VaultObject>> onlyEdge = Map.of(Estate.EDGE, Set.of(API));
    CertificateUse use = target -> Optional.ofNullable(onlyEdge.get(target));

    assertThat(reached(renewed(), API, use)).containsExactly(Estate.EDGE, Estate.INNER);
    assertThat(reached(renewed(), ELSEWHERE, use)).containsExactly(Estate.INNER);
    assertThat(reached(renewed(), API, CertificateUse.UNKNOWN))
        .containsExactly(Estate.EDGE, Estate.INNER);
  }

  @Test
  @DisplayName("a certificate that only the configuration names counts as used")
  void configured() {
    CertificateUse nothing = target -> Optional.of(Set.of());

    assertThat(reached(renewed(), VaultObject.of("KV-Inner", "Cert-Inner"), nothing))
        .containsExactly(Estate.INNER);
  }

  @Test
  @DisplayName("a change of a vault's access policy reaches every target that uses the vault")
  void accessPolicy() {
    assertThat(
            reached(
                "Microsoft.KeyVault.VaultAccessPolicyChanged",
                new VaultObject("kv-edge", Optional.empty()),
                OBSERVED))
        .containsExactly(Estate.EDGE);
  }

  @Test
  @DisplayName("the key behind a certificate is left to the certificate's own event")
  void keys() {
    assertThat(route("Microsoft.KeyVault.KeyNewVersionCreated", API, OBSERVED))
        .isInstanceOf(Routing.Ignored.class);
  }

  private static String renewed() {
    return "Microsoft.KeyVault.CertificateNewVersionCreated";
  }

  private static Set<TargetId> reached(String type, VaultObject object, CertificateUse use) {
    Routing routing = route(type, object, use);
    assertThat(routing).isInstanceOf(Routing.Signals.class);
    Routing.Signals signals = (Routing.Signals) routing;
    assertThat(signals.signals())
        .allMatch(signal -> signal.cause().kind() == Cause.Kind.CERTIFICATE_CHANGED);
    return signals.signals().stream()
        .map(Message.Signal::target)
        .collect(java.util.stream.Collectors.toCollection(java.util.TreeSet::new));
  }

  private static Routing route(String type, VaultObject object, CertificateUse use) {
    Notice notice =
        new Notice(
            type,
            Optional.empty(),
            Optional.empty(),
            Optional.of(object),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return SignalTable.route(notice, Estate.targets(), use);
  }
}
