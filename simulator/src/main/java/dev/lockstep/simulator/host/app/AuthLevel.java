package dev.lockstep.simulator.host.app;

/** Which key an HTTP function asks for. */
public enum AuthLevel {
  ANONYMOUS,
  FUNCTION,
  ADMIN
}
