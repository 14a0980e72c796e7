package dev.lockstep.plan;

import static dev.lockstep.plan.Estates.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.config.TestCertificates;
import dev.lockstep.guard.Guards;
import dev.lockstep.model.ApimService.Region;
import dev.lockstep.model.DeleteCap;
import dev.lockstep.model.DeletePolicy;
import dev.lockstep.model.Endpoint;
import dev.lockstep.model.EndpointOptions;
import dev.lockstep.model.EndpointPolicy;
import dev.lockstep.model.EndpointType;
import dev.lockstep.model.HostName;
import dev.lockstep.model.PoolKind;
import dev.lockstep.model.TrustedRoot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every choice of backends and frontends, and for every change between two. */
class BackendProperties {
  private static final int TRIES = 40;
  private static final HostName PROBED = new HostName("api.contoso.com");

  /**
   * What is configured and what the service lists.
   *
   * @param frontend as the configuration writes it
   * @param options of every endpoint type
   * @param labels host names below contoso.com, perhaps a wildcard
   * @param regions names of regions that count
   * @param rooted whether the service needs a private root
   */
  record Choice(
      String frontend,
      EndpointOptions options,
      Set<String> labels,
      List<String> regions,
      boolean rooted) {
    Estates on(Estates estates) {
      EndpointPolicy policy = Estates.policy(frontend, "/status", 30, 120).withOptions(options);
      TrustedRoot[] roots =
          rooted
              ? new TrustedRoot[] {new TrustedRoot.Uploaded(TestCertificates.DER)}
              : new TrustedRoot[0];
      return estates
          .with(b -> b.endpoints(Map.of(EndpointType.PROXY, policy)).roots(roots))
          .with(b -> b.regions(regions.toArray(String[]::new)))
          .with(b -> b.policy(DeletePolicy.SYNC, new DeleteCap(100, 100)))
          .lists(
              SERVICE,
              labels.stream()
                  .sorted()
                  .map(label -> Estates.proxy(label + ".contoso.com"))
                  .toArray(Endpoint[]::new))
          .service(
              s ->
                  s.regions("West Europe", new Region("North Europe", List.of("10.1.1.5"), false)));
    }
  }

  @Provide
  Arbitrary<Choice> choices() {
    Arbitrary<EndpointOptions> options =
        Combinators.combine(
                Arbitraries.of(PoolKind.class),
                Arbitraries.of(true, false),
                Arbitraries.of(true, false),
                Arbitraries.of(0, 30))
            .as(
                (pool, redirect, waf, drain) ->
                    new EndpointOptions(
                        pool,
                        Optional.of(PROBED),
                        redirect,
                        BackendOptions.waf("waf-api").wafPolicy().filter(policy -> waf),
                        Optional.empty(),
                        Optional.of(Duration.ofSeconds(drain)).filter(time -> drain > 0),
                        false));
    return Combinators.combine(
            Arbitraries.of("public", "private", "both", Estates.PUBLIC),
            options,
            Arbitraries.of("a", "two", "*", "deep.er").set().ofMaxSize(3),
            Arbitraries.of(
                List.<String>of(), List.of("westeurope"), List.of("North Europe", "West Europe")),
            Arbitraries.of(true, false))
        .as(
            (frontend, chosen, labels, regions, rooted) -> {
              labels.add("api");
              return new Choice(frontend, chosen, labels, regions, rooted);
            });
  }

  @Property(tries = TRIES)
  void whatIsCarriedOutIsNotPlannedAgain(
      @ForAll("choices") Choice first, @ForAll("choices") Choice then) {
    Estates estates = first.on(Estates.contoso());
    settle(estates);
    then.on(estates).after(Duration.ofMinutes(5));
    settle(estates);
    settle(estates.after(Duration.ofMinutes(5)));

    assertThat(estates.plan().changes()).isEmpty();
  }

  @Property(tries = TRIES)
  void theWayToAConfigurationLeavesNothingBehind(
      @ForAll("choices") Choice first, @ForAll("choices") Choice then) {
    Estates straight = then.on(Estates.contoso());
    settle(straight);
    Estates turned = first.on(Estates.contoso());
    settle(turned);
    then.on(turned).after(Duration.ofMinutes(5));
    settle(turned);
    settle(turned.after(Duration.ofMinutes(5)));

    assertThat(kinds(turned)).isEqualTo(kinds(straight));
  }

  @Property(tries = TRIES)
  void whenAllLeaveTheGatewayIsAsBefore(@ForAll("choices") Choice choice) {
    Estates estates = Estates.contoso();
    ObjectNode before = estates.gateway;
    choice.on(estates);
    settle(estates);
    estates.lists(SERVICE);

    estates.apply(Planner.plan(estates.input().withRemovalsConfirmed()));

    assertThat(estates.owned.elements()).isEmpty();
    assertThat(estates.gateway.toString()).doesNotContain("ls-lockstep-");
    assertThat(names(estates.gateway)).isEqualTo(names(before));
  }

  /** Carries out what the guards let pass. */
  private static void settle(Estates estates) {
    Plan plan = estates.plan();
    assertThat(Guards.check(plan, estates.input())).isEmpty();
    estates.apply(plan);
  }

  private static List<String> names(ObjectNode gateway) {
    return gateway.path("properties").findValuesAsText("name");
  }

  /** How many elements of ours each collection has; names depend on which frontend came first. */
  private static Map<String, Long> kinds(Estates estates) {
    return Applied.owned(estates).stream()
        .collect(
            java.util.stream.Collectors.groupingBy(
                key -> key.collection(),
                java.util.TreeMap::new,
                java.util.stream.Collectors.counting()));
  }
}
