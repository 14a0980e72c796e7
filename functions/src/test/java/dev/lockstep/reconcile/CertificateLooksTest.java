package dev.lockstep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.model.Certificate;
import dev.lockstep.model.EndpointType;
import dev.lockstep.model.HostCertificates;
import dev.lockstep.model.HostName;
import dev.lockstep.model.Observation;
import dev.lockstep.model.ReadFailure;
import dev.lockstep.model.Reading;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultCertificate;
import dev.lockstep.plan.Estates;
import dev.lockstep.plan.Seen;
import dev.lockstep.port.CertificateSources;
import dev.lockstep.port.Tasks;
import dev.lockstep.port.Vault;
import dev.lockstep.trust.Authority;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class CertificateLooksTest {
  private static final String HOST = "api.contoso.com";
  private static final Duration REST = Duration.ofMinutes(10);
  private static final Certificate LEAF = Authority.root("Root").leaf(HOST);

  private final List<String> asked = new ArrayList<>();
  private final AtomicLong nanos = new AtomicLong();
  private boolean answers = true;
  private final CertificateLooks looks =
      new CertificateLooks(
          new CertificateSources(
              new FakeVault(),
              (address, port, name) -> tls(address + ":" + port + " " + name),
              blob -> Reading.known(""),
              List::of),
          new InOrder(),
          new Unreachable(nanos::get, REST));

  @Test
  void serviceAndVaultAreAskedAndTheSecretIsNot() {
    HostCertificates seen = look(Estates.contoso()).get(new HostName(HOST));

    assertThat(asked)
        .containsExactlyInAnyOrder(
            "10.0.1.5:443 " + HOST,
            "certificate https://kv-edge.vault.azure.net/secrets/cert-api-contoso-com");
    assertThat(seen.presented())
        .containsExactly(new HostCertificates.Look("", "10.0.1.5", Reading.known(List.of(LEAF))));
    assertThat(seen.newest()).contains(Reading.known(Seen.newest(LEAF)));
    assertThat(seen.chain()).isEmpty();
    assertThat(seen.served()).isEmpty();
  }

  @Test
  void aPublishedListenerIsAskedAtThePublicAddressOfItsFrontend() {
    HostCertificates seen = look(Estates.contoso().converged()).get(new HostName(HOST));

    assertThat(seen.served())
        .singleElement()
        .satisfies(look -> assertThat(look.address()).isEqualTo("20.50.10.30"));
    assertThat(asked).contains("20.50.10.30:443 " + HOST);
  }

  /** A listener may have a certificate of its own; the service's may be pinned. */
  @Test
  void theVaultOfTheListenerAndThatOfTheServiceAreAskedEach() {
    String pinned = "https://kv-edge.vault.azure.net/secrets/cert-of-the-service/0f1e";
    Estates estates =
        Estates.contoso()
            .lists(Estates.SERVICE, Estates.endpoint(EndpointType.PROXY, HOST, Optional.of(pinned)))
            .with(
                b ->
                    b.certificates(
                        Map.of(
                            new HostName(HOST),
                            "https://kv-edge.vault.azure.net/secrets/cert-of-the-listener")));

    HostCertificates seen = look(estates).get(new HostName(HOST));

    assertThat(asked)
        .contains(
            "certificate https://kv-edge.vault.azure.net/secrets/cert-of-the-listener",
            "certificate " + pinned);
    assertThat(seen.newest()).isPresent();
    assertThat(seen.upcoming()).isPresent();
  }

  @Test
  void anUploadInTheServiceIsInNoVault() {
    Estates estates =
        Estates.contoso()
            .lists(Estates.SERVICE, Estates.endpoint(EndpointType.PROXY, HOST, Optional.empty()))
            .with(
                b ->
                    b.certificates(
                        Map.of(
                            new HostName(HOST),
                            "https://kv-edge.vault.azure.net/secrets/cert-of-the-listener")));

    HostCertificates seen = look(estates).get(new HostName(HOST));

    assertThat(seen.newest()).isPresent();
    assertThat(seen.upcoming()).isEmpty();
  }

  @Test
  void aServerThatDidNotAnswerIsLeftAloneForAWhile() {
    answers = false;
    look(Estates.contoso());
    answers = true;

    assertThat(presented(look(Estates.contoso()))).isInstanceOf(Reading.Unread.class);
    nanos.addAndGet(REST.toNanos());
    assertThat(presented(look(Estates.contoso()))).isEqualTo(Reading.known(List.of(LEAF)));
    assertThat(asked).filteredOn(question -> question.startsWith("10.0.1.5")).hasSize(2);
  }

  private static Reading<List<Certificate>> presented(Map<HostName, HostCertificates> seen) {
    return seen.get(new HostName(HOST)).presented().get(0).chain();
  }

  private Map<HostName, HostCertificates> look(Estates estates) {
    Observation seen = estates.input().observation();
    return looks.at(
        estates.input().bindings(),
        seen,
        ids ->
            ids.stream()
                .collect(
                    java.util.stream.Collectors.toMap(
                        id -> id, id -> Reading.known("20.50.10.30"))));
  }

  private Reading<List<Certificate>> tls(String question) {
    asked.add(question);
    return answers
        ? Reading.known(List.of(LEAF))
        : Reading.unread(ReadFailure.of(ReadFailure.Kind.UNAVAILABLE, "no answer", ""));
  }

  private final class FakeVault implements Vault {
    @Override
    public Reading<VaultCertificate> certificate(SecretId id) {
      asked.add("certificate " + id);
      return Reading.known(Seen.newest(LEAF));
    }

    @Override
    public Reading<List<Certificate>> chain(SecretId id) {
      asked.add("chain " + id);
      return Reading.known(List.of(LEAF));
    }
  }

  private static final class InOrder implements Tasks {
    @Override
    public <T> List<T> all(List<Supplier<T>> work) {
      return work.stream().map(Supplier::get).toList();
    }
  }
}
