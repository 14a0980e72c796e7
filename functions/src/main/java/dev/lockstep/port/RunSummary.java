package dev.lockstep.port;

import java.time.Duration;

/**
 * One run in one line: few fields, each of few values or a number, so that they can be counted.
 *
 * @param target which target
 * @param trigger what started it: a cause kind, {@code wake}, {@code apply}
 * @param outcome name of the outcome, such as {@code Converged}
 * @param why one sentence, may be empty
 * @param plan hash of the plan; empty text when none was made
 * @param changes how many changes the plan had
 * @param armReads GET requests to ARM
 * @param armWrites PUT, POST and DELETE requests to ARM
 * @param took how long the run took
 */
public record RunSummary(
    String target,
    String trigger,
    String outcome,
    String why,
    String plan,
    int changes,
    int armReads,
    int armWrites,
    Duration took) {}
