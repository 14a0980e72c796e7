package dev.lockstep.reconcile;

import dev.lockstep.model.Binding;
import dev.lockstep.model.Observation;
import dev.lockstep.model.TargetId;
import dev.lockstep.plan.PlanHash;
import dev.lockstep.reconcile.Section.Ended;
import dev.lockstep.reconcile.state.TargetState;
import dev.lockstep.reconcile.state.Withdrawals.Word;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Serves persons: shows what an order would do, and carries out what they confirm. */
final class OrderDesk {
  private final Ports ports;
  private final States states;
  private final Pace pace;
  private final Observer observer;
  private final Section section;
  private final Aftermath aftermath;
  private final Proposals proposals;
  private final Orders orders;

  OrderDesk(
      Ports ports,
      States states,
      Pace pace,
      Planning planning,
      Observer observer,
      Section section,
      Aftermath aftermath) {
    this.ports = ports;
    this.states = states;
    this.pace = pace;
    this.observer = observer;
    this.section = section;
    this.aftermath = aftermath;
    this.proposals = new Proposals(planning);
    this.orders = new Orders(proposals, observer, section.ending());
  }

  OrderResult propose(TargetId target, List<Binding> bindings, Order order) {
    TargetState state = states.read(target).state();
    Observation seen = observer.now(ports, bindings, state);
    return proposals
        .of(order, bindings, seen, state, new Word("", ports.clock().instant()))
        .<OrderResult>map(OrderResult.Shown::new)
        .orElseGet(() -> Orders.unread(seen));
  }

  OrderResult carryOut(
      TargetId target, List<Binding> bindings, Order order, PlanHash confirmed, String who) {
    Trigger trigger = Trigger.order(order, confirmed, who);
    return order.verb() == Order.Verb.REMOVE
        ? remove(target, bindings, trigger, confirmed)
        : locked(
            target,
            bindings,
            trigger,
            session -> {
              Orders.Result done = orders.carryOut(session, bindings, order, confirmed);
              return new Answer<>(done.result(), done.ended());
            },
            OrderResult.Busy::new);
  }

  /** A removal is a plan that is carried out exactly as it was reviewed, or not at all. */
  private OrderResult remove(
      TargetId target, List<Binding> bindings, Trigger trigger, PlanHash confirmed) {
    return locked(
        target,
        bindings,
        trigger,
        session -> {
          Ended ended = section.run(session);
          return new Answer<>(removed(ended, confirmed), Optional.of(ended));
        },
        OrderResult.Busy::new);
  }

  private static OrderResult removed(Ended ended, PlanHash confirmed) {
    ApplyResult applied = Applied.result(ended, confirmed);
    if (applied instanceof ApplyResult.Changed changed) {
      return new OrderResult.Changed(new Proposal.Removing(changed.plan(), true));
    }
    return applied instanceof ApplyResult.Busy busy
        ? new OrderResult.Busy(busy.why())
        : new OrderResult.Carried(((ApplyResult.Accepted) applied).outcome());
  }

  ApplyResult apply(TargetId target, List<Binding> bindings, PlanHash reviewed, String who) {
    return locked(
        target,
        bindings,
        Trigger.apply(reviewed, who),
        session -> {
          Ended ended = section.run(session);
          return new Answer<>(Applied.result(ended, reviewed), Optional.of(ended));
        },
        ApplyResult.Busy::new);
  }

  Retries.Result retry(TargetId target, List<Binding> bindings, PlanHash change, String who) {
    return locked(
        target,
        bindings,
        Trigger.retry(who),
        session -> {
          Optional<String> reason = Retries.reason(session.state(), pace, session.now(), change);
          if (reason.isEmpty()) {
            return new Answer<>(
                new Retries.Result.Unknown(Retries.of(session.state(), pace, session.now())),
                Optional.empty());
          }
          if (!Quarantines.release(session, entry -> entry.hash().equals(change.value()))) {
            session.set(Retries.lifted(session.state(), change));
          }
          session.record().note("tried once more: " + change + ", " + reason.get());
          Ended ended = section.run(session);
          return new Answer<>(new Retries.Result.Retried(ended.outcome()), Optional.of(ended));
        },
        Retries.Result.Busy::new);
  }

  private record Answer<T>(T result, Optional<Ended> ended) {}

  private <T> T locked(
      TargetId target,
      List<Binding> bindings,
      Trigger trigger,
      Function<Session, Answer<? extends T>> work,
      Function<String, T> busy) {
    Optional<Lock> lock =
        Lock.take(ports.state(), StoredState.blobOf(target), ports.ticker(), pace);
    if (lock.isEmpty()) {
      return busy.apply("another run has the target");
    }
    Answer<? extends T> answer;
    try (Lock held = lock.get()) {
      StoredState stored = states.read(target);
      answer = work.apply(new Session(target, bindings, trigger, held, stored, ports, pace));
    } catch (LeaseLost e) {
      return busy.apply(e.getMessage());
    }
    answer.ended().ifPresent(aftermath::of);
    return answer.result();
  }
}
