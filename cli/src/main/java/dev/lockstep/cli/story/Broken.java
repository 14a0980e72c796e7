package dev.lockstep.cli.story;

/** The story did not go as it should. The message is for the reader. */
public final class Broken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Broken(String message) {
    super(message);
  }
}
