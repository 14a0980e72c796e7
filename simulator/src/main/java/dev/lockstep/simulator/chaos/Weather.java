package dev.lockstep.simulator.chaos;

import dev.lockstep.simulator.fault.Effect;
import dev.lockstep.simulator.fault.FaultBook;
import dev.lockstep.simulator.fault.FaultRule;
import dev.lockstep.simulator.fault.Trigger;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Puts faults into the book and counts by name how often they struck. */
final class Weather {
  static final String GATEWAY = "Microsoft.Network/applicationGateways";
  static final String SERVICE = "Microsoft.ApiManagement/service";
  static final String ZONE = "Microsoft.Network/privateDnsZones/ALL";
  static final String RECORD = "Microsoft.Network/privateDnsZones/A";

  private final FaultBook book;
  private final Stage stage;
  private final Tally tally;
  private final History history;
  private final Map<Integer, String> names = new HashMap<>();

  Weather(FaultBook book, Stage stage, Tally tally, History history) {
    this.book = book;
    this.stage = stage;
    this.tally = tally;
    this.history = history;
  }

  /** The next so many requests of the app meet this. */
  void next(String name, int times, String method, String kind, Effect effect) {
    add(name, FaultRule.of(method, kind, Trigger.next(times), effect).by("lockstep"), times);
  }

  /** All requests of the app meet this for a while. */
  void during(String name, Duration time, String method, String kind, Effect effect) {
    FaultRule rule = FaultRule.of(method, kind, Trigger.ALWAYS, effect).by("lockstep");
    history.add("fate", () -> name + " for " + time);
    int number = book.add(rule);
    names.put(number, name);
    stage.after(time, () -> end(number));
  }

  private void end(int number) {
    book.standing().stream()
        .filter(one -> one.number() == number)
        .forEach(one -> tally.add(names.get(number), one.struck()));
    var unused = book.remove(number);
  }

  /** The next events or messages meet this. */
  void nextOf(String name, int times, String method, Effect effect) {
    add(name, FaultRule.of(method, "*", Trigger.next(times), effect), times);
  }

  /** The next change of a colleague meets this. */
  void nextOfColleague(String name, String method, String kind, Effect effect) {
    add(name, FaultRule.of(method, kind, Trigger.next(1), effect).by("colleague"), 1);
  }

  private void add(String name, FaultRule rule, int times) {
    history.add("fate", () -> name + " awaits the next " + times);
    names.put(book.add(rule), name);
  }

  /** Takes all faults back, and counts those that struck. */
  void heal() {
    book.standing().forEach(rule -> tally.add(names.get(rule.number()), rule.struck()));
    book.clear();
    names.clear();
  }

  static Effect refusal(int status, String code, int retryAfter) {
    return new Effect.Refuse(
        status,
        code,
        "Refused on purpose.",
        retryAfter == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(retryAfter)),
        Effect.Moment.BEFORE);
  }
}
