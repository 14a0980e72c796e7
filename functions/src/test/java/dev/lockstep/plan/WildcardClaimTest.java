package dev.lockstep.plan;

import static dev.lockstep.plan.Foreigners.priority;
import static dev.lockstep.plan.Foreigners.site;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.guard.GuardCode;
import dev.lockstep.guard.Guards;
import dev.lockstep.guard.Verdict;
import dev.lockstep.model.ElementKey;
import org.junit.jupiter.api.Test;

/** A host name inside somebody else's wildcard. */
class WildcardClaimTest {
  private static final String API = "ls-lockstep-rule-api.contoso.com";

  @Test
  void withoutAClaimItIsBlockedAndToldWhatToDo() {
    Estates estates = insideAWildcard();

    Plan plan = estates.plan();

    assertThat(plan.changes()).isEmpty();
    assertThat(plan.blocked())
        .singleElement()
        .satisfies(
            blocked -> {
              assertThat(blocked.code()).isEqualTo(BlockCode.CLAIM_MISSING);
              assertThat(blocked.reason())
                  .isEqualTo(
                      "foreign listener 'wild' (*.contoso.com; rule 'wild', priority 300) answers"
                          + " for api.contoso.com at appGwPublicFrontendIpIPv4:443");
              assertThat(blocked.remedy())
                  .isEqualTo(
                      "set claim to true in endpoints.Proxy to take api.contoso.com out of it, or"
                          + " publish it on another frontend");
            });
  }

  @Test
  void withAClaimItIsPublishedAndTheWildcardIsNamed() {
    Estates estates = claimed(insideAWildcard());

    Plan plan = estates.plan();

    assertThat(plan.blocked()).isEmpty();
    assertThat(plan.warnings())
        .containsExactly(
            new Warning(
                WarningCode.HOST_CLAIMED.wireName(),
                "contoso",
                "api.contoso.com at appGwPublicFrontendIpIPv4:443 is taken out of foreign listener"
                    + " 'wild' (*.contoso.com; rule 'wild', priority 300)"));
    assertThat(priority(plan.gatewayBody().orElseThrow(), API)).isEqualTo(290);
    assertThat(Guards.check(plan, estates.input())).isEmpty();
  }

  @Test
  void onceItIsOursNothingIsSaidAnyMoreAndTheClaimMayGo() {
    Estates estates = claimed(insideAWildcard()).converged();
    assertThat(estates.plan().warnings()).isEmpty();

    estates.with(b -> b.options(CrowdedEstate.options(false)));

    assertThat(estates.plan().changes()).isEmpty();
    assertThat(estates.plan().blocked()).isEmpty();
  }

  @Test
  void theGuardAcceptsTheTakingOnlyWithAClaim() {
    Estates estates = claimed(insideAWildcard());
    Plan plan = estates.plan();
    estates.with(b -> b.options(CrowdedEstate.options(false)));

    assertThat(Guards.check(plan, estates.input()))
        .containsExactly(
            new Verdict.Refused(
                GuardCode.ROUTE_MOVED,
                "api.contoso.com at appGwPublicFrontendIpIPv4:443 would be taken out of listener"
                    + " wild (rule wild) by rule "
                    + API,
                "set claim for the endpoint type, if that is meant"));
  }

  @Test
  void anEqualHostStaysBlockedEvenWithAClaim() {
    Estates estates = claimed(Foreigners.alone());
    site(estates.gateway, "theirs", 300, "API.contoso.com");

    assertThat(estates.plan().blocked())
        .extracting(Blocked::code)
        .containsExactly(BlockCode.LISTENER_COLLISION);
    assertThat(estates.plan().changes()).isEmpty();
  }

  @Test
  void anEqualHostOfAListenerWithoutRuleBlocksToo() {
    Estates estates = claimed(Foreigners.alone());
    site(estates.gateway, "theirs", 300, "api.contoso.com", "other.contoso.com");
    estates.gateway.withObjectProperty("properties").putArray("requestRoutingRules");

    assertThat(estates.plan().blocked())
        .extracting(Blocked::code)
        .containsExactly(BlockCode.LISTENER_COLLISION);
  }

  @Test
  void aWildcardThatCameLaterNeedsNoClaim() {
    Estates estates = Foreigners.alone();
    site(estates.gateway, "shop", 10, "shop.fabrikam.com");
    estates.converged();
    site(estates.gateway, "wild", 15, "*.contoso.com");

    Plan plan = estates.plan();

    assertThat(plan.blocked()).isEmpty();
    assertThat(plan.warnings()).isEmpty();
    assertThat(priority(plan.gatewayBody().orElseThrow(), API)).isEqualTo(13);
    assertThat(Guards.check(plan, estates.input())).isEmpty();
  }

  @Test
  void whatAColleagueDidToOursIsPutRightWithoutAClaim() {
    Estates estates = claimed(insideAWildcard()).converged();
    estates.with(b -> b.options(CrowdedEstate.options(false)));
    String listener = "ls-lockstep-listener-api.contoso.com";
    Foreigners.properties(estates.gateway, "httpListeners", listener)
        .put("hostName", "elsewhere.fabrikam.com");

    Plan plan = estates.plan();

    assertThat(plan.blocked()).isEmpty();
    assertThat(
            Foreigners.properties(plan.gatewayBody().orElseThrow(), "httpListeners", listener)
                .path("hostName")
                .asText())
        .isEqualTo("api.contoso.com");
    assertThat(Guards.check(plan, estates.input())).isEmpty();
  }

  @Test
  void aRuleOfOursThatWasRemovedComesBackWithoutAClaim() {
    Estates estates = claimed(insideAWildcard()).converged();
    estates.with(b -> b.options(CrowdedEstate.options(false)));
    Estates.remove(estates.gateway, new ElementKey("requestRoutingRules", API));

    Plan plan = estates.plan();

    assertThat(plan.blocked()).isEmpty();
    assertThat(priority(plan.gatewayBody().orElseThrow(), API)).isEqualTo(290);
    assertThat(Guards.check(plan, estates.input())).isEmpty();
  }

  @Test
  void aWildcardThatIsTheFirstCertificateLeavesNoPlace() {
    Estates estates = claimed(Foreigners.alone());
    site(estates.gateway, "wild", 300, "*.contoso.com");

    assertThat(estates.plan().blocked())
        .singleElement()
        .satisfies(
            blocked -> {
              assertThat(blocked.code()).isEqualTo(BlockCode.PRIORITY_EXHAUSTED);
              assertThat(blocked.reason())
                  .contains("clients without SNI", "after rule wild (priority 300)");
              assertThat(blocked.remedy())
                  .isEqualTo(
                      "Give an HTTPS rule that does not take the host the smallest priority.");
            });
  }

  @Test
  void aListenerForEveryHostNeedsNoClaim() {
    Estates estates = Foreigners.alone();
    site(estates.gateway, "shop", 10, "shop.fabrikam.com");
    site(estates.gateway, "rest", 300);

    assertThat(estates.plan().blocked()).isEmpty();
    assertThat(estates.plan().warnings()).isEmpty();
  }

  @Test
  void aWildcardOnAnotherFrontendIsNoMatter() {
    Estates estates = insideAWildcard();
    Foreigners.properties(estates.gateway, "httpListeners", "wild")
        .putObject("frontendIPConfiguration")
        .put("id", Estates.GATEWAY + "/frontendIPConfigurations/" + Estates.PRIVATE);

    assertThat(estates.plan().blocked()).isEmpty();
  }

  private static Estates insideAWildcard() {
    Estates estates = Foreigners.alone();
    site(estates.gateway, "shop", 10, "shop.fabrikam.com");
    site(estates.gateway, "wild", 300, "*.contoso.com");
    return estates;
  }

  private static Estates claimed(Estates estates) {
    return estates.with(b -> b.options(CrowdedEstate.options(true)));
  }
}
