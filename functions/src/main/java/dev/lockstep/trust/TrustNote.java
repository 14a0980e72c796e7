package dev.lockstep.trust;

/**
 * A problem of one chain behind a setting.
 *
 * @param host the host name
 * @param region where
 * @param when which of its chains
 * @param problem what is wrong or missing
 */
public record TrustNote(String host, String region, When when, TrustProblem problem) {
  /** Which chain of an endpoint is meant. */
  public enum When {
    /** The one that is presented now. */
    PRESENTED("presented now"),
    /** The newest in the vault, which will be presented. */
    NEWEST("newest in the vault"),
    /** All of them. */
    ANY("whatever is presented");

    private final String words;

    When(String words) {
      this.words = words;
    }

    /** For a message. */
    public String words() {
      return words;
    }
  }
}
