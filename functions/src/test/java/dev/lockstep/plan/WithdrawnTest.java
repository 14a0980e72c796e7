package dev.lockstep.plan;

import static dev.lockstep.plan.Estates.SERVICE;
import static dev.lockstep.plan.Estates.proxy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.model.Binding;
import dev.lockstep.model.DeleteCap;
import dev.lockstep.model.DeletePolicy;
import dev.lockstep.model.Endpoint;
import dev.lockstep.model.HostName;
import dev.lockstep.model.Withdrawn;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a person has withdrawn leaves at once and is not made again, whatever the service lists. */
class WithdrawnTest {
  private static final Endpoint A = proxy("a.contoso.com");
  private static final Endpoint B = proxy("b.contoso.com");

  private final Estates estates = Estates.contoso().lists(SERVICE, A, B).converged();

  private void withdraw(Withdrawn withdrawn) {
    Binding binding = estates.input().bindings().get(0);
    estates.bind(binding.withWithdrawn(withdrawn));
  }

  private static Withdrawn only(Endpoint endpoint) {
    return new Withdrawn(false, Set.of(endpoint.host()));
  }

  @Test
  void aHostNameLeavesAtOnceAndItsRecordSetAfterTheGateway() {
    withdraw(only(A));
    Plan first = estates.plan();

    assertThat(first.pending()).isEmpty();
    assertThat(first.changes())
        .isNotEmpty()
        .allMatch(change -> change.kind() == Change.Kind.REMOVE)
        .allMatch(change -> change.subject() instanceof Subject.GatewayElement)
        .filteredOn(change -> change.host().isPresent())
        .isNotEmpty()
        .allMatch(change -> change.host().get().equals(A.host()))
        .anyMatch(change -> change.reason().equals("a.contoso.com was withdrawn by a person"));

    Plan second = estates.apply(first).plan();
    assertThat(second.changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.kind()).isEqualTo(Change.Kind.REMOVE);
              assertThat(change.host()).contains(A.host());
            });
    assertThat(estates.apply(second).plan().isEmpty()).isTrue();
  }

  @Test
  void noCapCountsIt() {
    estates.with(edit -> edit.policy(DeletePolicy.SYNC, new DeleteCap(0, 0)));
    withdraw(new Withdrawn(true, Set.of()));

    assertThat(estates.plan().blocked()).isEmpty();
    assertThat(estates.plan().changes())
        .extracting(Change::host)
        .contains(Optional.of(A.host()), Optional.of(B.host()));
  }

  @Test
  void eachPlanSaysWhatIsWithdrawn() {
    withdraw(only(A));
    assertThat(estates.plan().warnings())
        .anySatisfy(
            warning -> {
              assertThat(warning.code()).isEqualTo("withdrawn");
              assertThat(warning.message()).startsWith("a.contoso.com is withdrawn");
            });

    withdraw(new Withdrawn(true, Set.of()));
    assertThat(estates.plan().warnings())
        .anyMatch(warning -> warning.message().startsWith("everything of " + SERVICE.name()));
    withdraw(Withdrawn.NOTHING);
    assertThat(estates.plan().warnings()).noneMatch(warning -> warning.code().equals("withdrawn"));
  }

  @Test
  void aDeletePolicyHoldsItAsAnyRemoval() {
    estates.with(edit -> edit.policy(DeletePolicy.UPSERT_ONLY, new DeleteCap(5, 50)));
    withdraw(only(A));

    assertThat(estates.plan().changes()).isEmpty();
    assertThat(estates.plan().warnings()).anyMatch(w -> w.code().equals("removalWithheld"));
  }

  @Test
  void severalHostNamesAreReleasedWithWhatOnlyTheyShare() {
    TreeSet<HostName> both = new TreeSet<>(List.of(A.host(), B.host()));
    Releases all = Releases.of(estates.input(), both).orElseThrow();
    Releases one = Releases.of(estates.input(), new TreeSet<>(List.of(A.host()))).orElseThrow();
    Releases none = Releases.of(estates.input(), new TreeSet<>()).orElseThrow();

    assertThat(all.hosts()).isEqualTo(both);
    assertThat(all.released()).isEqualTo(estates.owned.elements().keySet());
    assertThat(all.ownedAfter().elements()).isEmpty();
    assertThat(all.next().changes()).isEmpty();
    assertThat(one.released()).isNotEmpty().hasSizeLessThan(all.released().size());
    assertThat(one.ownedAfter().elements().keySet()).doesNotContainAnyElementsOf(one.released());
    assertThat(none.isEmpty()).isTrue();
    assertThat(all.isEmpty()).isFalse();
    assertThat(Set.of(all.hash(), one.hash(), none.hash())).hasSize(3);
  }
}
