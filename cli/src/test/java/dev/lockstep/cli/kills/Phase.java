package dev.lockstep.cli.kills;

/** What an instance is about when it is killed. In each of them it holds the lease of a target. */
enum Phase {
  /** It reads services and zones, and has written nothing yet. */
  LOOK,
  /** Its gateway PUT was carried out, and it is not told so. */
  PUT,
  /** It sees that its change, or that of an instance before it, is still under way. */
  UNDER_WAY,
  /** It sees that the change has come to its end. */
  LANDED,
  /** Its record set was written, and it is not told so. */
  DNS
}
