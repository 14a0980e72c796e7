package dev.lockstep.cli.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.port.Blobs;
import org.junit.jupiter.api.Test;

class PortPointsTest {
  @Test
  void everyCallOfEveryPortIsAPoint() {
    assertThat(PortPoints.all())
        .contains(
            "arm.send",
            "state.read",
            "state.write",
            "state.lease",
            "state.lease.renew",
            "state.lease.close",
            "journal.write",
            "signals.send",
            "tasks.all",
            "ticker.nanos",
            "log.ended")
        .doesNotHaveDuplicates();
  }

  @Test
  void dataIsNoPort() {
    assertThat(PortPoints.isPort(Blobs.Lease.class)).isTrue();
    assertThat(PortPoints.isPort(Blobs.Condition.class)).isFalse();
    assertThat(PortPoints.isPort(Blobs.Versioned.class)).isFalse();
  }
}
