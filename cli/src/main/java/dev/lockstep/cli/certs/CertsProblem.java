package dev.lockstep.cli.certs;

/** Something that the person who asked can put right; the message says how. */
public final class CertsProblem extends Exception {
  private static final long serialVersionUID = 1L;

  CertsProblem(String message) {
    super(message);
  }

  CertsProblem(String message, Throwable cause) {
    super(message, cause);
  }
}
