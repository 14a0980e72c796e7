package dev.lockstep.plan;

import static dev.lockstep.plan.Estates.SERVICE;
import static dev.lockstep.plan.Estates.proxy;
import static dev.lockstep.plan.HandMadeEstates.API;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.model.ElementKey;
import dev.lockstep.model.HostName;
import dev.lockstep.model.OwnerRecord;
import dev.lockstep.model.ReadFailure;
import dev.lockstep.model.Reading;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A released host name stays on the gateway and is nobody's of ours. */
class ReleaseTest {
  @Test
  void allThatWasMadeForTheHostNameIsForgottenAndNothingIsChanged() {
    Estates estates = Estates.contoso().converged();

    Release release = Release.of(estates.input(), API).orElseThrow();

    assertThat(release.host()).isEqualTo(API);
    assertThat(release.released()).isEqualTo(estates.owned.elements().keySet()).hasSize(6);
    assertThat(release.isEmpty()).isFalse();
    assertThat(release.ownedAfter()).isEqualTo(OwnerRecord.EMPTY);
    assertThat(release.next().changes()).isEmpty();
  }

  @Test
  void laterPlansSayThatItIsInTheWayAndMakeNoSecondOne() {
    Estates estates = Estates.contoso().converged();
    estates.owned = Release.of(estates.input(), API).orElseThrow().ownedAfter();

    assertThat(estates.plan().blocked())
        .singleElement()
        .satisfies(
            blocked -> {
              assertThat(blocked.code()).isEqualTo(BlockCode.NAME_COLLISION);
              assertThat(blocked.remedy()).startsWith("adopt it, ");
            });
    assertThat(estates.with(b -> b.prefix("edge")).plan().blocked())
        .extracting(Blocked::code)
        .containsExactly(BlockCode.LISTENER_COLLISION);
    assertThat(estates.plan().changes()).isEmpty();
  }

  @Test
  void anAdoptedHostNameThatIsReleasedIsInTheWayAsItWasBefore() {
    Estates estates = HandMadeEstates.adopted(HandMadeEstates.api(), API);
    List<Blocked> before = HandMadeEstates.api().plan().blocked();
    estates.owned = Release.of(estates.input(), API).orElseThrow().ownedAfter();

    assertThat(estates.plan().blocked()).isEqualTo(before);
  }

  @Test
  void aCertificateThatAnotherHostNameUsesStaysOurs() {
    Optional<String> secret = Optional.of("https://kv.vault.azure.net/secrets/wild");
    Estates estates =
        Estates.contoso()
            .lists(
                SERVICE,
                Estates.endpoint(dev.lockstep.model.EndpointType.PROXY, "api.contoso.com", secret),
                Estates.endpoint(dev.lockstep.model.EndpointType.PROXY, "b.contoso.com", secret))
            .converged();

    Release release = Release.of(estates.input(), API).orElseThrow();

    assertThat(release.released()).hasSize(5).noneMatch(k -> k.collection().contains("Cert"));
    assertThat(release.ownedAfter().elements()).hasSize(6);
    assertThat(release.next().changes()).isEmpty();
  }

  @Test
  void theRestOfTheRecordIsKept() {
    Estates estates =
        Estates.contoso()
            .lists(SERVICE, proxy("api.contoso.com"), proxy("b.contoso.com"))
            .converged();

    Release release = Release.of(estates.input(), API).orElseThrow();

    assertThat(
            release.ownedAfter().owns(new ElementKey("probes", "ls-lockstep-probe-b.contoso.com")))
        .isTrue();
    assertThat(release.released()).allMatch(key -> key.name().contains("api"));
    assertThat(release.hash())
        .isNotEqualTo(
            Release.of(estates.input(), new HostName("b.contoso.com")).orElseThrow().hash());
    assertThat(release.hash()).isEqualTo(Release.of(estates.input(), API).orElseThrow().hash());
  }

  @Test
  void aHostNameThatIsNotOursHasNothingToRelease() {
    Estates estates = Estates.contoso().converged();

    Release release = Release.of(estates.input(), new HostName("x.contoso.com")).orElseThrow();

    assertThat(release.isEmpty()).isTrue();
    assertThat(release.ownedAfter()).isEqualTo(estates.owned);
  }

  @Test
  void nothingIsReleasedWhileTheGatewayCannotBeRead() {
    PlanInput input = Estates.contoso().input();
    PlanInput unread =
        input.withObservation(
            new dev.lockstep.model.Observation(
                input.observation().at(),
                Estates.GATEWAY,
                Reading.unread(ReadFailure.of(ReadFailure.Kind.FORBIDDEN, "403", "grant")),
                input.observation().services(),
                input.observation().zones(),
                OwnerRecord.EMPTY));

    assertThat(Release.of(unread, API)).isEmpty();
  }
}
