package dev.lockstep.trust;

/** What is known of one chain of an endpoint. */
public sealed interface Sight {
  /** It was read. */
  record Seen(ServedChain chain) implements Sight {}

  /** There is none, such as a newest version in a vault of a certificate that was uploaded. */
  record Absent() implements Sight {}

  /**
   * There is one, but it could not be read.
   *
   * @param reason what kept it from being read
   * @param remedy what a person can do
   */
  record Unread(String reason, String remedy) implements Sight {}
}
