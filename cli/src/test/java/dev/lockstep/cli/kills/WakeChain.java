package dev.lockstep.cli.kills;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One chain of wakes lives per target: a run that a wake started came no earlier than the run
 * before it wanted the next look. A wake that died with its worker may come back early and take the
 * chain over, once per kill; a second chain would go on and on.
 */
final class WakeChain {
  /** The storage service tells times in whole seconds. */
  private static final Duration ROUNDING = Duration.ofSeconds(2);

  private WakeChain() {}

  /**
   * What breaks the rule: more early wakes than kills, and runs of one number, which are two
   * workers on one target at once.
   *
   * @param journal by number; runs that died before they were journaled leave gaps
   */
  static List<String> breaks(List<JsonNode> journal, int kills) {
    List<String> twice = new ArrayList<>();
    List<String> early = new ArrayList<>();
    for (int i = 1; i < journal.size(); i++) {
      JsonNode before = journal.get(i - 1);
      JsonNode run = journal.get(i);
      long step = run.path("run").asLong() - before.path("run").asLong();
      if (step == 0) {
        twice.add("two runs of one number: " + before + " and " + run);
      }
      if (step == 1 && run.at("/trigger/name").asText().equals("wake") && isEarly(before, run)) {
        early.add("a wake that " + before + " had not sent started " + run);
      }
    }
    if (early.size() > kills) {
      twice.addAll(early);
    }
    return twice;
  }

  private static boolean isEarly(JsonNode before, JsonNode run) {
    if (!before.has("nextLook")) {
      return true;
    }
    Instant wanted = Instant.parse(before.path("nextLook").asText());
    return Instant.parse(run.path("at").asText()).plus(ROUNDING).isBefore(wanted);
  }
}
