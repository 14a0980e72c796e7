package dev.lockstep.cli.story;

/** One part of the story: something happens in the world, and what must follow is checked. */
public interface Scene {
  /** What the scene shows. */
  String title();

  /** How many gateway PUTs of the app the scene needs, no more and no fewer. */
  int expectedPuts();

  /** Plays it. Throws {@link Broken} when something does not hold. */
  void play(Stage stage);
}
