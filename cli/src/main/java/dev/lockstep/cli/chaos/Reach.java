package dev.lockstep.cli.chaos;

/**
 * What a life's app reaches by the real adapters; all else it reaches without HTTP in between.
 *
 * @param armByAdapter ARM: pipeline, authentication, text
 * @param storageBySdk blobs and queue
 */
record Reach(boolean armByAdapter, boolean storageBySdk) {
  /** Every so many seeds ARM is reached by its adapter. */
  static final int ARM_EVERY = 16;

  /** Every so many seeds storage is reached by its SDKs. */
  static final int STORAGE_EVERY = 64;

  /** No adapter at all. */
  static final Reach DIRECT = new Reach(false, false);

  /** What the life of a seed does. */
  static Reach of(long seed) {
    return new Reach(
        Math.floorMod(seed, (long) ARM_EVERY) == 0, Math.floorMod(seed, (long) STORAGE_EVERY) == 0);
  }
}
