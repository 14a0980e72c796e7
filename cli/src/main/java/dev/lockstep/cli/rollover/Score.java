package dev.lockstep.cli.rollover;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What became of one phase, by the clients' own counts and the simulator's audit.
 *
 * @param site where it was played
 * @param requests requests that were answered or failed
 * @param failed those that failed
 * @param handshakes whole handshakes of the clients
 * @param puts gateway PUTs of the app
 * @param newLeafServed whether listener and service present the newest certificates at the end;
 *     empty when the service was not to take them
 * @param oldRootGone whether the old root has left; empty when there was none to leave
 * @param problems what did not go as it should, failed requests left out
 * @param failures the first requests that failed
 * @param took how long it took
 */
record Score(
    Site site,
    long requests,
    long failed,
    long handshakes,
    int puts,
    Optional<Boolean> newLeafServed,
    Optional<Boolean> oldRootGone,
    List<String> problems,
    List<String> failures,
    Duration took) {
  Score {
    problems = List.copyOf(problems);
    failures = List.copyOf(failures);
  }

  boolean held() {
    return failed == 0
        && problems.isEmpty()
        && newLeafServed.orElse(true)
        && oldRootGone.orElse(true);
  }

  String line() {
    return "%s: %d requests, %d failed, %d handshakes, %d puts%s%s, %d s"
        .formatted(
            site.title(),
            requests,
            failed,
            handshakes,
            puts,
            newLeafServed.map(yes -> yes ? "" : ", new leaf NOT served").orElse(""),
            oldRootGone.map(yes -> yes ? ", old root gone" : ", old root NOT gone").orElse(""),
            took.toSeconds());
  }
}
