package dev.lockstep.app;

import dev.lockstep.model.TargetId;
import dev.lockstep.reconcile.Outcome;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/**
 * What a caller of {@code GET /api/journal/{target}} wants to see.
 *
 * @param target whose runs
 * @param from runs that began then or later
 * @param to runs that began before
 * @param outcome runs that ended so
 * @param limit at most so many
 * @param page the record after which to go on, as the page before named it
 */
record JournalQuery(
    TargetId target,
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<String> outcome,
    int limit,
    Optional<String> page) {
  private static final int USUAL = 20;
  private static final int MOST = 100;
  private static final Set<String> PARAMETERS = Set.of("from", "to", "outcome", "limit", "page");

  /** The names of outcomes; a message that was skipped was no run, and leaves no record. */
  private static final List<String> OUTCOMES =
      Arrays.stream(Outcome.class.getPermittedSubclasses())
          .filter(outcome -> outcome != Outcome.Skipped.class)
          .map(Class::getSimpleName)
          .sorted()
          .toList();

  /** Reads a call; what is wrong goes to the problems. */
  static Optional<JournalQuery> read(HttpCall call, CallProblems problems) {
    SortedSet<TargetId> targets = problems.targets(call.segmentAfter("journal"));
    problems.wantOne(targets);
    Optional<Instant> from = time(call, "from", problems);
    Optional<Instant> to = time(call, "to", problems);
    if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
      problems.add("to", "is not after from", "give an earlier from or a later to");
    }
    Optional<String> outcome = outcome(call, problems);
    int limit = limit(call, problems);
    Optional<String> page = call.parameter("page");
    if (page.filter(text -> !text.matches("\\d{8}T\\d{6}\\.\\d{3}Z-\\w{1,40}\\.json"))
        .isPresent()) {
      problems.add("page", "is none", "use the one that the page before named, or none");
    }
    problems.refuseOthers(call, "journal", PARAMETERS);
    return problems.isEmpty()
        ? Optional.of(new JournalQuery(targets.first(), from, to, outcome, limit, page))
        : Optional.empty();
  }

  private static Optional<Instant> time(HttpCall call, String name, CallProblems problems) {
    Optional<String> text = call.parameter(name);
    try {
      return text.map(
          t ->
              t.length() == "2026-11-23".length()
                  ? LocalDate.parse(t).atStartOfDay(ZoneOffset.UTC).toInstant()
                  : OffsetDateTime.parse(t.replace(' ', '+')).toInstant());
    } catch (DateTimeException e) {
      problems.add(
          name, "'" + text.get() + "' is no time", "write 2026-11-23 or 2026-11-23T08:00:00Z");
      return Optional.empty();
    }
  }

  private static Optional<String> outcome(HttpCall call, CallProblems problems) {
    Optional<String> text = call.parameter("outcome");
    Optional<String> outcome =
        text.flatMap(t -> OUTCOMES.stream().filter(t::equalsIgnoreCase).findFirst());
    if (text.isPresent() && outcome.isEmpty()) {
      problems.add(
          "outcome", "'" + text.get() + "' is none", "known: " + String.join(", ", OUTCOMES));
    }
    return outcome;
  }

  private static int limit(HttpCall call, CallProblems problems) {
    String text = call.parameter("limit").orElse(Integer.toString(USUAL));
    int limit = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    if (limit < 1 || limit > MOST) {
      problems.add("limit", "'" + text + "' is out of range", "give 1 to " + MOST);
    }
    return limit;
  }
}
