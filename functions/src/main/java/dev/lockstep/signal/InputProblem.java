package dev.lockstep.signal;

/**
 * Something wrong with what was sent to us.
 *
 * @param field where, such as {@code data.essentials.alertTargetIDs}; empty text for the whole
 * @param problem what is wrong
 * @param remedy what would be right
 */
public record InputProblem(String field, String problem, String remedy) {
  // Quoted input may be long; a log line need not be.
  private static final int MAX = 300;

  public InputProblem {
    field = PlainText.of(field, MAX);
    problem = PlainText.of(problem, MAX);
    remedy = PlainText.of(remedy, MAX);
  }

  @Override
  public String toString() {
    return (field.isEmpty() ? "" : field + ": ") + problem + "; " + remedy;
  }
}
