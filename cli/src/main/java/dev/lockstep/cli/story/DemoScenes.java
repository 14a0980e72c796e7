package dev.lockstep.cli.story;

import java.util.List;

/** The demo's scenes in their order. */
public final class DemoScenes {
  private DemoScenes() {}

  /** All of them. */
  public static List<Scene> all() {
    return List.of(
        new FirstPlan(),
        new DomainAdded(),
        new Resync(),
        new DomainRemoved(),
        new ColleaguesEdit());
  }
}
