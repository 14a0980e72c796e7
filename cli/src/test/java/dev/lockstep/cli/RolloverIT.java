package dev.lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Renewals while clients call, played by the built command: with the app, and without it. */
class RolloverIT {
  private static final Pattern LAST =
      Pattern.compile(
          "rollover: (\\d+) requests, (\\d+) failed, (\\d+) puts, handshakes=(\\d+)"
              + " newLeafServed=(yes|no) oldRootGone=(yes|no)");

  /** Fewer than the 2,000 that the command sends by itself: handshakes are work for two cores. */
  private static final int REQUESTS = 500;

  @TempDir Path folder;

  @Test
  void notOneRequestFailsWhateverIsRenewed() throws Exception {
    Cli rollover = play("demo", "rollover", "--requests", "" + REQUESTS);

    assertThat(rollover.output()).doesNotContain("FAILED");
    assertThat(rollover.status()).isZero();
    List<String> played =
        rollover.output().lines().filter(line -> line.startsWith("   ok: (")).toList();
    assertThat(played).hasSize(16);
    Matcher last = last(rollover);
    assertThat(Long.parseLong(last.group(1))).isGreaterThanOrEqualTo(16 * REQUESTS);
    assertThat(last.group(2)).isEqualTo("0");
    assertThat(Long.parseLong(last.group(4)))
        .as("every second request on a connection of its own")
        .isGreaterThanOrEqualTo(16 * REQUESTS / 2);
    assertThat(last.group(5)).isEqualTo("yes");
    assertThat(last.group(6)).isEqualTo("yes");
  }

  @Test
  void withoutLockstepTheSameStoriesFail() throws Exception {
    Cli rollover =
        play("demo", "rollover", "--without-lockstep", "--phase", "b,d,h,i", "--requests", "300");

    assertThat(rollover.status()).isEqualTo(1);
    Matcher last = last(rollover);
    assertThat(last.group(3)).as("nobody wrote the gateways").isEqualTo("0");
    assertThat(last.group(5)).isEqualTo("no");
    assertThat(last.group(6)).isEqualTo("no");
    List<String> failed =
        rollover.output().lines().filter(line -> line.startsWith("   FAILED: (")).toList();
    assertThat(failed).hasSize(4);
    assertThat(failed).noneMatch(line -> line.contains(" requests, 0 failed"));
  }

  private Cli play(String... arguments) throws Exception {
    return Cli.run(folder, 600, arguments);
  }

  private static Matcher last(Cli rollover) {
    Matcher last = LAST.matcher(rollover.lastLine());
    assertThat(last.matches()).as(rollover.output()).isTrue();
    return last;
  }
}
