package dev.lockstep.simulator.chaos;

import java.util.List;

/** The app under test: all that the simulation knows of it. */
public interface Subject {
  /** The calls at which a process can die, as its {@link Gate} names them. */
  List<String> points();

  /** Those of them that no run makes; a call of one of these is a mistake of this list. */
  List<String> pointsNotInUse();

  /**
   * Starts a process of the app.
   *
   * @param publications what it has to publish
   */
  AppProcess start(List<Publication> publications, Outside outside);

  /** How many overtaken writes of others the app has told of, by what stands in its storage. */
  int overtakenReported(Outside outside);

  /** What stands in the app's storage and should not when all is quiet, in words. */
  List<String> leftovers(Outside outside);
}
