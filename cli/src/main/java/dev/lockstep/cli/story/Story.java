package dev.lockstep.cli.story;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.cli.audit.AuditLine;
import dev.lockstep.cli.audit.Figures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Plays scenes one after another and counts, by the audit, what they took. */
public final class Story {
  private final Stage stage;
  private final List<Scene> scenes;
  private final List<String> problems = new ArrayList<>();

  /** A story of these scenes. */
  public Story(Stage stage, List<Scene> scenes) {
    this.stage = stage;
    this.scenes = List.copyOf(scenes);
  }

  /** Plays it and prints the last line. Returns whether all of it held. */
  public boolean play() {
    Estate estate = stage.estate();
    Map<String, JsonNode> foreignBefore = estate.foreignRecords();
    int expected = 0;
    int number = 1;
    for (Scene scene : scenes) {
      stage.narrator().title(number++, scene.title());
      expected += scene.expectedPuts();
      if (!played(scene, expected)) {
        break;
      }
    }
    Figures figures = stage.audit().figures();
    int foreign = figures.foreignChanged() + differences(foreignBefore, estate.foreignRecords());
    if (foreign > 0) {
      problems.add("foreign configuration was changed " + foreign + " times");
    }
    boolean held = problems.isEmpty();
    stage.narrator().line("");
    stage
        .narrator()
        .line(
            held
                ? "demo: OK puts=%d expectedPuts=%d foreignChanged=%d armReads=%d armWrites=%d convergedMs=%d"
                    .formatted(
                        figures.puts(),
                        expected,
                        foreign,
                        figures.armReads(),
                        figures.armWrites(),
                        convergence().toMillis())
                : "demo: FAILED " + String.join("; ", problems));
    return held;
  }

  private boolean played(Scene scene, int expected) {
    try {
      scene.play(stage);
    } catch (Broken e) {
      stage.narrator().fail(e.getMessage());
      problems.add(e.getMessage());
      return false;
    }
    int puts = stage.audit().figures().puts();
    if (puts != expected) {
      String problem = "after '%s' the gateway was put %d times, not %d";
      problems.add(problem.formatted(scene.title(), puts, expected));
      stage.narrator().fail(problems.get(problems.size() - 1));
      return false;
    }
    return true;
  }

  /**
   * From the operator's first write of the service (the domain added) until the operator read a
   * healthy backend behind the app's next gateway PUT, by the audit's clock.
   */
  private Duration convergence() {
    List<AuditLine> lines = stage.audit().lines();
    Instant added = Instant.MAX;
    Instant healthy = Instant.MIN;
    boolean put = false;
    for (AuditLine line : lines) {
      boolean service = line.isOn("microsoft.apimanagement/service");
      if (added.equals(Instant.MAX) && !line.isOfApp() && line.method("PUT") && service) {
        added = line.time();
      } else if (!added.equals(Instant.MAX) && line.isOfApp() && line.method("PUT")) {
        put |= line.isOn(Figures.GATEWAY);
      } else if (put && !line.isOfApp() && line.isRead() && line.isBackendHealth()) {
        healthy = line.time();
      } else if (put && !line.isOfApp() && line.method("PUT") && service) {
        break;
      }
    }
    return healthy.isAfter(added) ? Duration.between(added, healthy) : Duration.ZERO;
  }

  private static int differences(Map<String, JsonNode> before, Map<String, JsonNode> after) {
    int count = 0;
    for (var entry : before.entrySet()) {
      count += entry.getValue().equals(after.get(entry.getKey())) ? 0 : 1;
    }
    return count;
  }
}
