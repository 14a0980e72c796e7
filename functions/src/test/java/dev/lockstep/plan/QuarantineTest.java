package dev.lockstep.plan;

import static dev.lockstep.plan.Estates.SERVICE;
import static dev.lockstep.plan.Estates.proxy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.model.Endpoint;
import dev.lockstep.model.EndpointType;
import dev.lockstep.model.HostName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The truth table of {@link Quarantine}, and what {@link Attribution} finds. */
public class QuarantineTest {
  private static final Endpoint API = proxy("api.contoso.com");
  private static final Endpoint TWO = proxy("two.contoso.com");

  /** The same with what is wanted of the host name refused for its secret. */
  public static Estates refused(Estates estates, String host) {
    String words =
        "ApplicationGatewayKeyVaultSecretAccessDenied: Access denied for KeyVault Secret"
            + " 'https://kv-edge.vault.azure.net/secrets/cert-"
            + host.replace('.', '-')
            + "' for Application Gateway";
    estates.quarantine = estates.quarantine.adding(Attribution.of(estates.input(), words));
    return estates;
  }

  @Test
  void aNewHostNameWhoseElementsWereRefusedDoesNotComeAndItsNeighbourDoes() {
    Plan plan = refused(Estates.contoso().lists(SERVICE, API, TWO), "two.contoso.com").plan();

    assertThat(plan.gatewayBody().orElseThrow().toString())
        .contains("api.contoso.com")
        .doesNotContain("two.contoso.com");
    assertThat(plan.records()).hasSize(1);
    assertThat(plan.blocked())
        .singleElement()
        .satisfies(
            blocked -> {
              assertThat(blocked.code()).isEqualTo(BlockCode.QUARANTINED);
              assertThat(blocked.host()).contains(TWO.host());
              assertThat(blocked.reason()).contains("Access denied for KeyVault Secret");
              assertThat(blocked.remedy()).contains("resync retry=");
            });
  }

  @Test
  void aPublishedHostNameWhoseChangeWasRefusedKeepsWhatItHas() {
    Estates estates = Estates.contoso().lists(SERVICE, API, TWO).converged();
    drift(estates, API.host());
    drift(estates, TWO.host());
    Plan plan = refused(estates, "two.contoso.com").plan();

    assertThat(plan.changes())
        .singleElement()
        .matches(change -> change.host().equals(Optional.of(API.host())));
    assertThat(plan.ownedAfter().elements().keySet()).isEqualTo(estates.owned.elements().keySet());
  }

  @Test
  void theRecordSetsOfAPublishedHostNameGoOn() {
    Estates estates = Estates.contoso().lists(SERVICE, API, TWO).converged();
    estates.reads(SERVICE, "Succeeded", List.of("10.0.9.9"), API, TWO);
    Plan plan = refused(estates, "two.contoso.com").plan();

    assertThat(plan.records()).hasSize(2);
    assertThat(plan.gatewayBody()).isEmpty();
  }

  @Test
  void whatDiffersFromWhatWasRefusedIsTriedAgain() {
    Estates estates = refused(Estates.contoso(), "api.contoso.com");
    assertThat(estates.plan().changes()).isEmpty();

    estates.lists(
        SERVICE,
        Estates.endpoint(
            EndpointType.PROXY,
            "api.contoso.com",
            Optional.of("https://kv-edge.vault.azure.net/secrets/another")));

    assertThat(estates.plan().changes()).isNotEmpty();
    assertThat(estates.plan().blocked()).isEmpty();
  }

  @Test
  void aHostNameThatHasLeftIsRemovedThoughItIsInQuarantine() {
    Estates estates = Estates.contoso().lists(SERVICE, API, TWO).converged();
    drift(estates, TWO.host());
    refused(estates, "two.contoso.com").lists(SERVICE, API);
    Plan later = estates.after(Duration.ofMinutes(5)).plan();

    assertThat(later.changes())
        .anyMatch(
            change ->
                change.kind() == Change.Kind.REMOVE
                    && change.host().equals(Optional.of(TWO.host())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Resource /subscriptions/s/x/httpListeners/LS-lockstep-listener-TWO.contoso.com is bad.",
        "the probe 'ls-lockstep-probe-two.contoso.com', and more",
        "(https://kv-edge.vault.azure.net/secrets/cert-two-contoso-com/0123456789abcdef)",
        "sslCertificates/ls-lockstep-cert-kv-edge.cert-two-contoso-com."
      })
  void aRefusalThatNamesAnElementOrASecretIsOfItsEndpoint(String words) {
    Estates estates = Estates.contoso().lists(SERVICE, API, TWO);

    assertThat(Attribution.of(estates.input(), words)).containsOnlyKeys(TWO.host());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "An error occurred.",
        "two.contoso.com",
        "frontendPorts/port_443",
        "ls-lockstep-listener-x.two.contoso.com",
        "httpListeners/shop-https of shop.fabrikam.com",
        "https://kv-edge.vault.azure.net/secrets/cert-shop"
      })
  void aRefusalThatNamesNothingOfOursIsNobodys(String words) {
    Estates estates = Estates.contoso().lists(SERVICE, API, TWO);

    assertThat(Attribution.of(estates.input(), words)).isEmpty();
  }

  @Test
  void whoeverIsInQuarantineForeignElementsStayAndTheOthersGoOn() {
    for (int seed = 0; seed < 40; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<Endpoint> all =
          IntStream.range(0, 6).mapToObj(i -> proxy("h" + i + ".contoso.com")).toList();
      List<Endpoint> before = all.stream().filter(e -> random.nextBoolean()).toList();
      Estates estates = Estates.contoso().lists(SERVICE, before.toArray(Endpoint[]::new));
      if (!before.isEmpty()) {
        estates.converged();
      }
      estates.lists(SERVICE, all.toArray(Endpoint[]::new));
      before.forEach(endpoint -> drift(estates, endpoint.host()));
      List<HostName> bad = new ArrayList<>();
      for (Endpoint endpoint : all) {
        if (random.nextInt(3) == 0) {
          refused(estates, endpoint.host().value());
          bad.add(endpoint.host());
        }
      }
      Plan whole = Planner.plan(estates.input().withQuarantine(Quarantine.NONE));
      Plan plan = estates.plan();

      assertThat(plan.changes().stream().flatMap(c -> c.host().stream()).distinct())
          .containsExactlyInAnyOrderElementsOf(
              whole.changes().stream()
                  .flatMap(c -> c.host().stream())
                  .distinct()
                  .filter(host -> !bad.contains(host))
                  .toList());
      plan.gatewayBody()
          .ifPresent(
              body ->
                  assertThat(Foreign.in(body, plan.ownedAfter().elements().keySet()))
                      .isEqualTo(
                          Foreign.in(estates.gateway, plan.ownedAfter().elements().keySet())));
    }
  }

  private static void drift(Estates estates, HostName host) {
    estates.colleague(
        g -> Estates.edit(g, "probes", "ls-lockstep-probe-" + host, "path", "/drifted"));
  }
}
