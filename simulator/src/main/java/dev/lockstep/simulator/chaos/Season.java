package dev.lockstep.simulator.chaos;

import java.time.Duration;
import java.util.List;

/**
 * What a life has more of than others, so that circumstances that need several things at once come
 * up within few lives. Half of what happens in a season is of its own, the other half is anything.
 */
enum Season {
  /** Anything. */
  MIXED(Happening.OFTEN),
  /** Others write where the app is about to, and gateways refuse. */
  RACES(
      List.of(
          Happening.FOREIGN_IN_WINDOW,
          Happening.FOREIGN_IN_WINDOW,
          Happening.FOREIGN_WRITE,
          Happening.GATEWAY_UNREAD,
          Happening.GATEWAY_PUT_REFUSED)),
  /** Services cannot be read, or show less than there is, when host names have long been served. */
  BAD_READS(
      List.of(
          Happening.SERVICE_UNREAD,
          Happening.SERVICE_NOT_FOUND,
          Happening.SERVICE_EMPTY,
          Happening.SERVICE_FORBIDDEN,
          Happening.HOST_ADDED)),
  /** Changes one upon the other, with answers that do not arrive. */
  LOST_ANSWERS(
      List.of(
          Happening.RESET_AFTER,
          Happening.HOST_ADDED,
          Happening.HOST_REMOVED,
          Happening.GATEWAY_PUT_FAILS)),
  /** Changes that have to be taken back while others write on. */
  TAKEN_BACK(
      List.of(
          Happening.GATEWAY_PUT_FAILS,
          Happening.GATEWAY_PUT_FAILS,
          Happening.BACKEND_DOWN,
          Happening.FOREIGN_EDITS_OURS)),
  /** One change soon after the other. */
  CHANGES(List.of(Happening.HOST_ADDED, Happening.HOST_REMOVED, Happening.ADDRESS_MOVED));

  private final List<Happening> own;

  Season(List<Happening> own) {
    this.own = own;
  }

  List<Happening> own() {
    return own;
  }

  /** Whether the drift check runs while things go wrong. */
  boolean hasDrift(Chance chance) {
    return chance.below(3) > 0 && this != CHANGES;
  }

  /** How long all is well at first; beyond the time in which a change may be taken back. */
  Duration calm(Chance chance) {
    return this == BAD_READS ? chance.seconds(960, 1200) : chance.seconds(60, 600);
  }
}
