package dev.lockstep.app;

import dev.lockstep.model.Binding;
import dev.lockstep.model.HostName;
import dev.lockstep.model.TargetId;
import dev.lockstep.plan.PlanHash;
import dev.lockstep.reconcile.Estate;
import dev.lockstep.reconcile.Order;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Reads a call of {@code POST /api/manage/{target?}}. Everything that is wrong is told at once.
 *
 * <pre>
 * query                                 | for
 * --------------------------------------+---------------------------------------------------
 * release, adopt, publish               | all of the target
 *   with host=                          | that host name
 *   with binding=                       | that binding
 * remove                                | needs host= or binding=
 * replay=poison                         | the named target, or all
 * each with confirm=&lt;hash&gt;             | carries out what was shown under that hash
 * </pre>
 */
final class ManageReader {
  private final Estate estate;
  private final CallProblems problems;

  private ManageReader(Estate estate) {
    this.estate = estate;
    this.problems = new CallProblems(new TreeSet<>(estate.targets().keySet()));
  }

  /** What a call asks for, or why it cannot be understood. */
  sealed interface Reading {
    /** It asks for this. */
    record Understood(ManageRequest request) implements Reading {}

    /** It is answered with this. */
    record Refused(Reply reply) implements Reading {}
  }

  /**
   * @param function the function that was called, whose name stands before the target's in the path
   */
  static Reading read(HttpCall call, Estate estate, String function) {
    return new ManageReader(estate).read(call, function);
  }

  private Reading read(HttpCall call, String function) {
    Optional<String> named = call.segmentAfter(function);
    SortedSet<TargetId> targets = problems.targets(named);
    List<Order.Verb> verbs =
        Arrays.stream(Order.Verb.values())
            .filter(verb -> problems.flag(call, verb.word()))
            .toList();
    boolean replay = call.parameter("replay").isPresent();
    if (verbs.size() + (replay ? 1 : 0) != 1) {
      problems.add(
          "",
          "asks for none or several things",
          "use one of adopt, publish, release, remove, replay=poison");
    }
    Optional<PlanHash> confirmed =
        call.parameter("confirm")
            .flatMap(text -> problems.hash("confirm", text, "the call without confirm shows"));
    Optional<HostName> host = call.parameter("host").flatMap(this::host);
    Optional<String> binding = call.parameter("binding");
    problems.refuseOthers(call, function, ManageRequest.PARAMETERS);
    if (replay) {
      checkReplay(call);
    } else {
      problems.wantOne(targets);
      checkScope(call, verbs, targets);
    }
    if (!problems.isEmpty()) {
      return new Reading.Refused(problems.reply());
    }
    return new Reading.Understood(
        replay
            ? replay(named.map(name -> targets.first()), confirmed)
            : order(targets.first(), new Order(verbs.get(0), host, binding), confirmed));
  }

  private static ManageRequest replay(Optional<TargetId> target, Optional<PlanHash> confirmed) {
    return confirmed
        .<ManageRequest>map(hash -> new ManageRequest.Replay(target, hash))
        .orElseGet(() -> new ManageRequest.ShowPoison(target));
  }

  private static ManageRequest order(TargetId target, Order order, Optional<PlanHash> confirmed) {
    return confirmed
        .<ManageRequest>map(hash -> new ManageRequest.Confirm(target, order, hash))
        .orElseGet(() -> new ManageRequest.Propose(target, order));
  }

  private Optional<HostName> host(String text) {
    Optional<HostName> host = HostName.tryParse(text);
    if (host.isEmpty()) {
      problems.add("host", "'" + text + "' is not a host name", "write it as the service does");
    }
    return host;
  }

  private void checkReplay(HttpCall call) {
    if (!call.parameter("replay").orElse("").equalsIgnoreCase("poison")) {
      problems.add(
          "replay", "is '" + call.parameter("replay").orElse("") + "'", "expected replay=poison");
    }
    for (String name : List.of("host", "binding")) {
      if (call.parameter(name).isPresent()) {
        problems.add(name, "stands beside replay", "name a target in the path, or none for all");
      }
    }
  }

  private void checkScope(HttpCall call, List<Order.Verb> verbs, SortedSet<TargetId> targets) {
    boolean host = call.parameter("host").isPresent();
    Optional<String> binding = call.parameter("binding");
    if (host && binding.isPresent()) {
      problems.add("binding", "stands beside host", "name one of both");
    }
    if (verbs.contains(Order.Verb.REMOVE) && !host && binding.isEmpty()) {
      problems.add("remove", "names nothing", "add host=<name> or binding=<name>");
    }
    List<String> known =
        targets.stream()
            .flatMap(target -> estate.bindings(target).orElse(List.of()).stream())
            .map(Binding::name)
            .toList();
    if (binding.filter(name -> !known.contains(name)).isPresent()) {
      problems.add(
          "binding",
          "'" + binding.get() + "' is none of the target's",
          "known: " + String.join(", ", known));
    }
  }
}
