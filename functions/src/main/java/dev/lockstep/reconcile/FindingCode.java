package dev.lockstep.reconcile;

/** What a run may find apart from its plan; the names are stable. */
public enum FindingCode {
  OVERTAKEN(
      "overtaken",
      "A write of the gateway by somebody else came between our last read and our own write, and the"
          + " gateway does not honour If-Match: what they wrote was overwritten.");

  private final String wireName;
  private final String meaning;

  FindingCode(String wireName, String meaning) {
    this.wireName = wireName;
    this.meaning = meaning;
  }

  /** The name in journals, logs and the status. */
  public String wireName() {
    return wireName;
  }

  /** What it means, in a sentence. */
  public String meaning() {
    return meaning;
  }
}
