package dev.lockstep.simulator.chaos;

import java.time.Duration;
import java.util.List;

/**
 * What a life has more of than others, so that circumstances that need several things at once come
 * up within few lives. Half of what happens in a season is of its own, the other half is anything.
 */
enum Season {
  /** Anything. */
  MIXED,
  /** Others write where the app is about to, and gateways refuse. */
  RACES,
  /** Services cannot be read, or show less than there is, when host names have long been served. */
  BAD_READS,
  /** Changes one upon the other, with answers that do not arrive. */
  LOST_ANSWERS,
  /** Changes that have to be taken back while others write on. */
  TAKEN_BACK,
  /** One change soon after the other. */
  CHANGES;

  List<Happening> own() {
    return switch (this) {
      case MIXED -> Happening.OFTEN;
      case RACES ->
          List.of(
              Happening.FOREIGN_IN_WINDOW,
              Happening.FOREIGN_IN_WINDOW,
              Happening.FOREIGN_WRITE,
              Happening.GATEWAY_UNREAD,
              Happening.GATEWAY_PUT_REFUSED);
      case BAD_READS ->
          List.of(
              Happening.SERVICE_UNREAD,
              Happening.SERVICE_NOT_FOUND,
              Happening.SERVICE_EMPTY,
              Happening.SERVICE_FORBIDDEN,
              Happening.HOST_ADDED);
      case LOST_ANSWERS ->
          List.of(
              Happening.RESET_AFTER,
              Happening.HOST_ADDED,
              Happening.HOST_REMOVED,
              Happening.GATEWAY_PUT_FAILS);
      case TAKEN_BACK ->
          List.of(
              Happening.GATEWAY_PUT_FAILS,
              Happening.GATEWAY_PUT_FAILS,
              Happening.BACKEND_DOWN,
              Happening.FOREIGN_EDITS_OURS);
      case CHANGES ->
          List.of(Happening.HOST_ADDED, Happening.HOST_REMOVED, Happening.ADDRESS_MOVED);
    };
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
