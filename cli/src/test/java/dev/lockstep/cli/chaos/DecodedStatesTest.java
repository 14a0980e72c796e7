package dev.lockstep.cli.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.reconcile.state.StateCodec;
import dev.lockstep.reconcile.state.TargetState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DecodedStatesTest {
  private final List<String> decoded = new ArrayList<>();
  private final DecodedStates states =
      new DecodedStates(
          text -> {
            decoded.add(text);
            return StateCodec.decode(text);
          });

  @Test
  void aTextIsDecodedOnceHoweverManyReadIt() {
    TargetState first = states.apply("{\"v\":1,\"runs\":7}");
    TargetState again = states.apply("{\"v\":1,\"runs\":" + 7 + "}");

    assertThat(first.runs()).isEqualTo(7);
    assertThat(again).isSameAs(first);
    assertThat(decoded).hasSize(1);
  }

  @Test
  void theOldestTextsAreForgotten() {
    for (int run = 0; run < 100; run++) {
      assertThat(states.apply("{\"v\":1,\"runs\":" + run + "}").runs()).isEqualTo(run);
    }

    assertThat(states.apply("{\"v\":1,\"runs\":0}").runs()).isZero();
    assertThat(decoded).hasSize(101);
  }
}
