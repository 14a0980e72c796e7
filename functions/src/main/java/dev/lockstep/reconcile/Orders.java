package dev.lockstep.reconcile;

import dev.lockstep.model.Binding;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.Observation;
import dev.lockstep.model.OwnerRecord;
import dev.lockstep.model.OwnerRecord.Owned;
import dev.lockstep.model.ReadFailure;
import dev.lockstep.plan.PlanHash;
import dev.lockstep.reconcile.Section.Ended;
import dev.lockstep.reconcile.state.Withdrawals.Word;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Carries out, while the target is locked, those orders that change only what is remembered. The
 * run that follows in a moment does the rest, by the usual rules.
 */
final class Orders {
  private static final Duration SOON = Duration.ofSeconds(1);

  private final Proposals proposals;
  private final Observer observer;
  private final Ending ending;

  Orders(Proposals proposals, Observer observer, Ending ending) {
    this.proposals = proposals;
    this.observer = observer;
    this.ending = ending;
  }

  /**
   * What became of it.
   *
   * @param ended the run to be journaled, when anything was done
   */
  record Result(OrderResult result, Optional<Ended> ended) {
    private static Result of(OrderResult nothingDone) {
      return new Result(nothingDone, Optional.empty());
    }
  }

  Result carryOut(Session session, List<Binding> bindings, Order order, PlanHash confirmed) {
    if (session.flight().inFlight().isPresent()) {
      return Result.of(new OrderResult.Busy("a change is in flight"));
    }
    Observation seen =
        observer.observe(
            session.arm(),
            bindings,
            session.lock().acquiredAt(),
            session.holdings().owned(),
            Optional.empty());
    Word word = new Word(session.trigger().who(), session.now());
    Optional<Proposal> proposal = proposals.of(order, bindings, seen, session.state(), word);
    if (proposal.isEmpty()) {
      return Result.of(unread(seen));
    }
    Proposal now = proposal.get();
    if (!now.hash().equals(confirmed)) {
      return Result.of(new OrderResult.Changed(now));
    }
    if (now.isEmpty()) {
      return Result.of(new OrderResult.Done(now));
    }
    remember(session, now);
    session.record().note(now.inWords());
    Outcome outcome = new Outcome.Waiting(SOON, now.inWords());
    ending.close(session, outcome);
    return new Result(new OrderResult.Done(now), Optional.of(new Ended(session, outcome)));
  }

  /**
   * Remembers what a confirmed removal withdraws though nothing can be taken away now: it is made
   * when what holds it has ended, a freeze window for one.
   */
  static void rememberHeld(Session session) {
    boolean held =
        session
            .trigger()
            .order()
            .filter(order -> order.verb() == Order.Verb.REMOVE)
            .filter(order -> order.touches(session.holdings().owned(), session.bindings()))
            .isPresent();
    if (held && !session.withdrawals().equals(session.state().withdrawals())) {
      session.set(session.state().with(session.withdrawals()));
      session.record().note("the removal is remembered, and made when nothing holds it any more");
    }
  }

  static OrderResult unread(Observation seen) {
    ReadFailure failure = seen.gateway().asFailure().orElseThrow();
    return new OrderResult.Unread(failure.message(), failure.remedy());
  }

  private static void remember(Session session, Proposal proposal) {
    OwnerRecord owned = session.holdings().owned();
    if (proposal instanceof Proposal.Releasing releasing) {
      Map<ElementKey, Owned> kept = new TreeMap<>(owned.elements());
      kept.keySet().removeAll(releasing.releases().released());
      session.set(session.holdings().owning(new OwnerRecord(kept)));
    } else if (proposal instanceof Proposal.Adopting adopting) {
      session.set(
          session.holdings().owning(Ownership.union(owned, adopting.adoption().ownedAfter())));
    } else if (proposal instanceof Proposal.Publishing publishing) {
      session.set(session.state().with(publishing.after()));
    }
  }
}
