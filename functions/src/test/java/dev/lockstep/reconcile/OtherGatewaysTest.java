package dev.lockstep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.model.Binding;
import dev.lockstep.model.DeleteCap;
import dev.lockstep.model.DeletePolicy;
import dev.lockstep.model.InstanceId;
import dev.lockstep.model.Mode;
import dev.lockstep.model.ResourceId;
import dev.lockstep.reconcile.world.FakeAzure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which bindings of other gateways have a say in a target's record sets. */
class OtherGatewaysTest {
  private static final ResourceId OTHER_GATEWAY = other(FakeAzure.GATEWAY);
  private static final ResourceId OTHER_SERVICE = other(FakeAzure.SERVICE);

  @Test
  void thoseOfOtherGatewaysBeforeTheSameService() {
    Binding own = binding("own", FakeAzure.SERVICE, FakeAzure.GATEWAY);
    Binding beside = binding("beside", OTHER_SERVICE, FakeAzure.GATEWAY);
    Binding same = binding("same", FakeAzure.SERVICE, OTHER_GATEWAY);
    Binding stranger = binding("stranger", other(OTHER_SERVICE), OTHER_GATEWAY);
    Estate estate = Estate.of(new InstanceId("lockstep"), List.of(own, beside, same, stranger));

    assertThat(estate.neighbours(List.of(own, beside))).containsExactly(same);
    assertThat(estate.neighbours(List.of(same, stranger))).containsExactly(own);
  }

  private static ResourceId other(ResourceId id) {
    return new ResourceId(id.value() + "-other");
  }

  private static Binding binding(String name, ResourceId service, ResourceId gateway) {
    return new Binding(
        name,
        service,
        gateway,
        List.of(),
        Map.of(),
        Map.of(),
        List.of(),
        "ls",
        300,
        Mode.APPLY,
        DeletePolicy.SYNC,
        new DeleteCap(5, 50),
        Duration.ofMinutes(1));
  }
}
