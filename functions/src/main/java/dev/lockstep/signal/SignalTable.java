package dev.lockstep.signal;

import dev.lockstep.model.ResourceId;
import dev.lockstep.model.TargetId;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * From a notice to signals. One table decides, by event type and operation name; docs/events.md is
 * generated from it.
 *
 * <pre>
 * row of the table    | a binding names the resource | nobody names it
 * --------------------+------------------------------+---------------------------------------------
 * reaches targets     | a signal for each            | discovery for a write of a service, gateway
 *                     |                              | or zone that ended well; else ignored
 * reaches nobody      | ignored                      | ignored
 * none                | ignored                      | ignored
 * </pre>
 *
 * <p>A failed or canceled operation is a signal too: it may have been half done, and it may have
 * been ours.
 */
public final class SignalTable {
  private SignalTable() {}

  /**
   * Where a notice goes.
   *
   * @param targets who depends on what, by configuration
   * @param certificates who uses which certificate, by observation
   */
  public static Routing route(Notice notice, Targets targets, CertificateUse certificates) {
    Optional<SignalRow> row = row(notice);
    if (row.isEmpty()) {
      return new Routing.Ignored(whyNotListed(notice));
    }
    return switch (row.get().reach()) {
      case NOBODY -> new Routing.Ignored(row.get().meaning());
      case CERTIFICATE, VAULT -> toUsers(row.get(), notice, targets, certificates);
      default -> toOwners(row.get(), notice, targets);
    };
  }

  /**
   * The row for a notice; a notice that names a resource instead of an operation counts as its
   * write.
   */
  private static Optional<SignalRow> row(Notice notice) {
    if (ArmEventTypes.contains(notice.type())) {
      return notice.operation().flatMap(SignalTable::rowOfOperation);
    }
    return SignalRows.ALL.stream()
        .filter(row -> row.matchesType(notice.type()))
        .findFirst()
        .flatMap(row -> row.reach() == Reach.RESOURCE ? rowOfWrite(row, notice) : Optional.of(row));
  }

  private static Optional<SignalRow> rowOfOperation(String operation) {
    return SignalRows.ALL.stream().filter(row -> row.matchesOperation(operation)).findFirst();
  }

  private static Optional<SignalRow> rowOfWrite(SignalRow row, Notice notice) {
    return notice
        .resource()
        .flatMap(resource -> rowOfOperation(resource.type() + "/write"))
        .map(write -> write.discovering(row.discovers()));
  }

  private static String whyNotListed(Notice notice) {
    if (!ArmEventTypes.contains(notice.type())) {
      return "events of type '"
          + notice.type()
          + "' about such a resource say nothing about a target";
    }
    return notice
        .operation()
        .map(name -> "operation '" + name + "' is not on the list of those that move a target")
        .orElse("the event names no operation");
  }

  private static Routing toOwners(SignalRow row, Notice notice, Targets targets) {
    if (notice.resource().isEmpty()) {
      return new Routing.Ignored("the event names no resource");
    }
    ResourceId resource = notice.resource().get();
    SortedSet<TargetId> reached =
        switch (row.reach()) {
          case SERVICE -> targets.ofService(resource);
          case GATEWAY -> targets.ofGateway(resource);
          case ZONE -> targets.ofZone(resource);
          default -> targets.aroundAlert(resource);
        };
    if (!reached.isEmpty()) {
      return signals(row, notice, reached);
    }
    return row.discovers() && !endedBadly(notice)
        ? new Routing.Discovery(resource, "no binding names it")
        : new Routing.Ignored("no binding names " + resource);
  }

  private static boolean endedBadly(Notice notice) {
    return ArmEventTypes.end(notice.type()).filter(end -> !end.equals("succeeded")).isPresent();
  }

  private static Routing toUsers(
      SignalRow row, Notice notice, Targets targets, CertificateUse certificates) {
    if (notice.vaultObject().isEmpty()) {
      return new Routing.Ignored("the event names no vault");
    }
    VaultObject object = notice.vaultObject().get();
    CertificateReach reach = new CertificateReach(targets, certificates);
    SortedSet<TargetId> reached =
        row.reach() == Reach.VAULT || object.name().isEmpty()
            ? reach.ofVault(object.vault())
            : reach.ofObject(object);
    return reached.isEmpty()
        ? new Routing.Ignored("no target uses " + object)
        : signals(row, notice, reached);
  }

  private static Routing signals(SignalRow row, Notice notice, SortedSet<TargetId> reached) {
    Cause cause =
        new Cause(
            row.reach().kind().orElseThrow(),
            CauseWords.of(notice),
            notice.actor(),
            notice.eventId(),
            notice.write());
    List<Message.Signal> signals =
        reached.stream().map(target -> new Message.Signal(target, cause)).toList();
    return new Routing.Signals(signals);
  }
}
