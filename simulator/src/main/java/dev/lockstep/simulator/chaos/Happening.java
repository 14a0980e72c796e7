package dev.lockstep.simulator.chaos;

import java.util.List;
import java.util.stream.Stream;

/**
 * What can happen.
 *
 * @see Happenings
 */
enum Happening {
  HOST_ADDED,
  HOST_REMOVED,
  ADDRESS_MOVED,
  CERTIFICATE_RENEWED,
  SERVICE_SLOW,
  SERVICE_FAILS,
  SERVICE_UNREAD,
  SERVICE_FORBIDDEN(true),
  SERVICE_NOT_FOUND(true),
  SERVICE_EMPTY(true),
  ZONE_UNREAD,
  ZONE_PARTIAL,
  GATEWAY_UNREAD,
  GATEWAY_PUT_REFUSED,
  GATEWAY_PUT_FORBIDDEN(true),
  GATEWAY_PUT_FAILS,
  RECORD_PUT_REFUSED,
  THROTTLED,
  RESET_BEFORE,
  RESET_AFTER,
  STALE_READS,
  FOREIGN_WRITE,
  FOREIGN_SLOW_WRITE,
  FOREIGN_IN_WINDOW,
  FOREIGN_EDITS_OURS,
  GATEWAY_STOPPED,
  GATEWAY_FAILED,
  RECORD_EDITED,
  RECORD_DELETED,
  RECORD_OF_OTHERS,
  EVENTS_LOST,
  EVENTS_DUPLICATED,
  EVENTS_DELAYED,
  EVENTS_REORDERED,
  MESSAGES_TWICE,
  NONSENSE,
  BACKEND_DOWN,
  STATUS_PAGE;

  /** What is worth more than its share: where known systems of this kind fail. */
  static final List<Happening> OFTEN =
      List.of(
          FOREIGN_IN_WINDOW,
          FOREIGN_IN_WINDOW,
          FOREIGN_IN_WINDOW,
          SERVICE_UNREAD,
          SERVICE_UNREAD,
          GATEWAY_PUT_FAILS,
          RESET_AFTER,
          RESET_AFTER);

  /**
   * What has many faces, or is seldom in anybody's way, and is to be met in two hundred lives all
   * the same: its further shares.
   */
  static final List<Happening> MANY_FACED =
      List.of(
          GATEWAY_PUT_REFUSED,
          GATEWAY_PUT_REFUSED,
          GATEWAY_PUT_REFUSED,
          GATEWAY_PUT_REFUSED,
          GATEWAY_PUT_FORBIDDEN,
          GATEWAY_PUT_FORBIDDEN,
          RECORD_PUT_REFUSED,
          RECORD_PUT_REFUSED,
          RECORD_PUT_REFUSED,
          RECORD_PUT_REFUSED,
          RECORD_PUT_REFUSED,
          GATEWAY_UNREAD,
          SERVICE_EMPTY,
          ZONE_UNREAD,
          ZONE_UNREAD,
          RESET_BEFORE,
          RESET_BEFORE,
          RESET_BEFORE,
          STATUS_PAGE,
          STATUS_PAGE);

  /** All, each with its shares. */
  static final List<Happening> SHARES =
      Stream.concat(Stream.of(values()), MANY_FACED.stream()).toList();

  private final boolean silent;

  Happening() {
    this(false);
  }

  /**
   * @param silent whether nothing tells of its end, so that only the drift check can find it
   */
  Happening(boolean silent) {
    this.silent = silent;
  }

  boolean isSilent() {
    return silent;
  }
}
