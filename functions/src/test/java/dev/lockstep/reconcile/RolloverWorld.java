package dev.lockstep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.model.BackendTrust;
import dev.lockstep.model.Certificate;
import dev.lockstep.model.CertificateText;
import dev.lockstep.model.TrustBundle;
import dev.lockstep.model.TrustPolicy;
import dev.lockstep.port.Alarm;
import dev.lockstep.reconcile.state.Renewal;
import dev.lockstep.reconcile.world.FakeCertificates;
import dev.lockstep.reconcile.world.Fuse;
import dev.lockstep.reconcile.world.World;
import dev.lockstep.signal.Cause;
import dev.lockstep.trust.Authority;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A world in which one host name is served, with certificates that are renewed. */
final class RolloverWorld {
  static final String HOST = "api.contoso.com";
  static final Authority OLD = Authority.root("Old Root");
  static final Authority NEW = Authority.root("New Root");
  static final Authority PUBLIC = Authority.root("Public Root");

  /** Roots come from the trust bundle. */
  static final TrustPolicy BUNDLE =
      new TrustPolicy(
          BackendTrust.AUTO,
          Optional.of(new TrustBundle.Blob(URI.create("https://st.blob.core.windows.net/t/b.pem"))),
          false,
          true);

  /** Roots come from the chain in the secret. */
  static final TrustPolicy CHAIN = new TrustPolicy(BackendTrust.AUTO, Optional.empty(), true, true);

  private final World world = new World();
  private final FakeCertificates certificates = world.azure().certificates();

  /** The host name is served with this chain, which everybody presents. */
  static RolloverWorld serving(TrustPolicy trust, Certificate... chain) {
    RolloverWorld made = new RolloverWorld();
    made.certificates.knows(PUBLIC.certificate());
    made.world.azure().service().add(HOST);
    made.certificates.renew(HOST, chain);
    made.certificates.serviceFollows(HOST);
    made.world.trust(trust).converge();
    assertThat(made.puts()).isEqualTo(1);
    assertThat(made.certificates.served(HOST)).isEqualTo(chain[0]);
    assertThat(made.open()).isEmpty();
    return made;
  }

  World world() {
    return world;
  }

  FakeCertificates certificates() {
    return certificates;
  }

  /** A new version is in the vault; nobody is told. */
  RolloverWorld renew(Certificate... chain) {
    certificates.renew(HOST, chain);
    return this;
  }

  /** The vault tells of it. */
  RolloverWorld told() {
    world.signal(Cause.Kind.CERTIFICATE_CHANGED);
    return this;
  }

  /** The timer. */
  RolloverWorld timer() {
    world.signal(Cause.Kind.DRIFT_CHECK);
    return this;
  }

  RolloverWorld minutes(int minutes) {
    world.run(Duration.ofMinutes(minutes));
    return this;
  }

  RolloverWorld serviceFollows() {
    certificates.serviceFollows(HOST);
    return this;
  }

  /** A new process. */
  RolloverWorld restart() {
    world.restart(Fuse.never());
    return this;
  }

  int puts() {
    return world.azure().gateway().puts().size();
  }

  int nudges() {
    return world.azure().gateway().redundantPuts();
  }

  Optional<Renewal> open() {
    return world.remembered().renewals().open().values().stream().findFirst();
  }

  List<String> alarms() {
    return world.alarms().stream().map(Alarm::code).toList();
  }

  String lastAlarm() {
    Alarm last = world.alarms().get(world.alarms().size() - 1);
    return last.message() + " -- " + last.remedy();
  }

  List<String> warnings() {
    return world.reconciler().planNow(World.TARGET).warnings().stream()
        .map(warning -> warning.code() + ": " + warning.message())
        .toList();
  }

  /** The certificates of all trusted roots on the gateway. */
  List<Certificate> listed() {
    List<Certificate> roots = new ArrayList<>();
    for (JsonNode root :
        world.azure().gateway().document().path("properties").path("trustedRootCertificates")) {
      CertificateText.toDer(root.at("/properties/data").asText())
          .map(Certificate::new)
          .ifPresent(roots::add);
    }
    return roots;
  }

  /** The renewal is over, and nothing more will happen by itself. */
  void assertRest() {
    assertThat(open()).isEmpty();
    assertThat(world.remembered().flight().inFlight()).isEmpty();
    assertThat(world.remembered().agenda().wake()).isEmpty();
    assertThat(world.signals().messages()).isEmpty();
    assertThat(world.remembered().lastRun().orElseThrow().outcome()).isEqualTo("Converged");
  }
}
