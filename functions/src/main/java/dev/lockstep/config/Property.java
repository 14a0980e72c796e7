package dev.lockstep.config;

/**
 * What the reference page says of one property or setting.
 *
 * @param name its name
 * @param type what it holds
 * @param fallback what it is when absent; {@code required} when there is no default
 * @param range what is allowed, and by whose word
 * @param meaning one sentence
 */
public record Property(String name, String type, String fallback, String range, String meaning) {
  /** Stands in place of a default. */
  public static final String REQUIRED = "required";
}
