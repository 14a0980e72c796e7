package dev.lockstep.simulator.world;

/**
 * What is not documented of Azure and therefore can be drawn both ways.
 *
 * @param ifMatch whether a gateway PUT honours If-Match
 * @param concurrentPut what a PUT during an update does
 * @param events when the event of a slow change is sent
 */
public record Switches(IfMatch ifMatch, ConcurrentPut concurrentPut, EventTiming events) {

  /** Whether a gateway PUT honours If-Match; the OpenAPI file does not name the header. */
  public enum IfMatch {
    IGNORED,
    HONOURED
  }

  /** Both are reported of the real service: Azure/azure-cli issues 21156 and 28615. */
  public enum ConcurrentPut {
    SUPERSEDE,
    REFUSE
  }

  /** When the ResourceWriteSuccess of a slow change is sent; no source says. */
  public enum EventTiming {
    ACCEPTANCE,
    COMPLETION,
    BOTH
  }

  /** If-Match ignored, a second PUT supersedes, events at completion. */
  public static final Switches DEFAULT =
      new Switches(IfMatch.IGNORED, ConcurrentPut.SUPERSEDE, EventTiming.COMPLETION);

  /** Another treatment of If-Match. */
  public Switches withIfMatch(IfMatch value) {
    return new Switches(value, concurrentPut, events);
  }

  /** Another treatment of a PUT during an update. */
  public Switches withConcurrentPut(ConcurrentPut value) {
    return new Switches(ifMatch, value, events);
  }

  /** Another time for events. */
  public Switches withEvents(EventTiming value) {
    return new Switches(ifMatch, concurrentPut, value);
  }
}
