package dev.lockstep.reconcile;

import dev.lockstep.model.ApimService;
import dev.lockstep.model.Observation;
import dev.lockstep.model.OwnerRecord.Owned;
import dev.lockstep.model.Reading;
import dev.lockstep.plan.Absences;
import dev.lockstep.plan.Plan;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps book of host names that are gone (design 5.7). A failed read neither begins nor ends an
 * absence; a read that lists the host name ends it; so does the end of everything we made for it.
 */
final class AbsenceBook {
  private AbsenceBook() {}

  /** The book after an observation and its plan. */
  static Absences after(Absences before, Observation seen, Plan plan) {
    Map<Absences.Key, Instant> book = new HashMap<>();
    before
        .firstMissing()
        .forEach(
            (key, since) -> {
              if (!isListed(seen, key) && isStillOurs(seen, plan, key)) {
                book.put(key, since);
              }
            });
    plan.pending()
        .forEach(
            removal ->
                book.put(
                    new Absences.Key(removal.service(), removal.host()), removal.firstMissing()));
    return new Absences(book);
  }

  private static boolean isListed(Observation seen, Absences.Key key) {
    return Optional.ofNullable(seen.services().get(key.service()))
        .flatMap(Reading::asValue)
        .map(ApimService::endpoints)
        .filter(endpoints -> endpoints.stream().anyMatch(e -> e.host().equals(key.host())))
        .isPresent();
  }

  private static boolean isStillOurs(Observation seen, Plan plan, Absences.Key key) {
    return seen.owned().elements().values().stream().anyMatch(owned -> isOf(owned, key))
        || plan.changes().stream()
            .anyMatch(change -> change.host().filter(key.host()::equals).isPresent());
  }

  private static boolean isOf(Owned owned, Absences.Key key) {
    return owned.service().equals(key.service())
        && owned.host().filter(key.host()::equals).isPresent();
  }
}
