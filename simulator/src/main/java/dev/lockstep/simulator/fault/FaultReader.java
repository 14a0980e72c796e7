package dev.lockstep.simulator.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Reads a fault from its description: {@code on} (method and kind, with {@code *}), {@code do},
 * {@code next}, {@code skip}, {@code probability}, {@code principal}, {@code path}, and what the
 * effect needs.
 */
public final class FaultReader {
  private final FaultFields fields;

  private FaultReader(ObjectNode description) {
    this.fields = new FaultFields(description);
  }

  /** What came of reading: a rule, or everything that is wrong. */
  public sealed interface Result {
    /** The description is good. */
    record Good(FaultRule rule) implements Result {}

    /** The description is not good. */
    record Bad(List<Problem> problems) implements Result {}
  }

  /** Reads a description. */
  public static Result read(ObjectNode description) {
    return new FaultReader(description).read();
  }

  private Result read() {
    String[] on = fields.text("on", "").split(" +", 2);
    if (on.length != 2) {
      fields.problem(
          "on",
          "must be a method and a type such as 'PUT Microsoft.Network/applicationGateways', 'EVENT Microsoft.Resources.*' or 'QUEUE lockstep-signals'");
    }
    Optional<Effect> effect = new EffectReader(fields).read();
    Trigger trigger = trigger();
    Glob principal = new Glob(fields.text("principal", "*"));
    Glob path = new Glob(fields.text("path", "*"));
    effect.ifPresent(known -> requireSubject(on[0], known.subject()));
    List<Problem> problems = new ArrayList<>(fields.problems());
    if (!problems.isEmpty() || effect.isEmpty()) {
      return new Result.Bad(problems);
    }
    Glob method = new Glob(on[0].toUpperCase(Locale.ROOT));
    return new Result.Good(
        new FaultRule(method, new Glob(on[1]), principal, path, trigger, effect.get()));
  }

  private Trigger trigger() {
    int skip = fields.number("skip", 0, Integer.MAX_VALUE, 0);
    int next = fields.number("next", 1, Integer.MAX_VALUE, 0);
    OptionalDouble probability = fields.fraction("probability");
    return new Trigger(skip, next == 0 ? OptionalInt.empty() : OptionalInt.of(next), probability);
  }

  private void requireSubject(String method, Effect.Subject subject) {
    String wanted =
        switch (subject) {
          case EVENT -> FaultRule.EVENT;
          case MESSAGE -> FaultRule.QUEUE;
          case REQUEST -> "";
        };
    boolean special =
        method.equalsIgnoreCase(FaultRule.EVENT) || method.equalsIgnoreCase(FaultRule.QUEUE);
    if (wanted.isEmpty() ? special : !method.equalsIgnoreCase(wanted)) {
      fields.problem(
          "do",
          wanted.isEmpty()
              ? "befalls requests; let 'on' begin with an HTTP method or *"
              : "befalls something else; let 'on' begin with " + wanted);
    }
  }
}
