package dev.lockstep.cli.world;

import dev.lockstep.cli.story.Narrator;
import java.util.function.Consumer;

/**
 * Lines of the Functions host: problems are always shown, the rest when it is asked for.
 *
 * @param narrator where they are shown
 * @param verbose whether all lines are
 */
record HostOutput(Narrator narrator, boolean verbose) implements Consumer<String> {
  @Override
  public void accept(String line) {
    if (verbose || line.contains("ERROR") || line.contains("SEVERE")) {
      narrator.say("app: " + line);
    }
  }
}
