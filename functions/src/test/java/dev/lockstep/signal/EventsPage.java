package dev.lockstep.signal;

import java.util.function.Function;
import java.util.function.Predicate;

/** Renders docs/events.md from the signal table. */
final class EventsPage {
  private EventsPage() {}

  static String render() {
    return """
        # Events

        <!-- Rendered from the code by EventsDocTest; edit SignalRows.java instead. -->

        An event is a hint. It names no work: it puts a signal into the queue for each target that
        it reaches, and the run reads from Azure what is true. What is not listed here is ignored,
        with a log line that says so. Both Event Grid schemas are understood, single and in arrays.
        Resource ids and names are compared without case.

        ## Resource Manager operations

        They come as `Microsoft.Resources.Resource` + `Write`, `Delete` or `Action` + `Success`,
        `Failure` or `Cancel`. All three ends are signals: what failed may have been half done.
        A write that succeeded on a service, gateway or zone that no binding names is a discovery:
        logged as such. Services with a tag are found by the drift check (`discovery` in the configuration).

        """
        + table(
            "operation", row -> row.operation().isPresent(), row -> row.operation().orElseThrow())
        + """

        ## Other events

        """
        + table("event type", row -> row.operation().isEmpty(), SignalRow::type)
        + """

        An event whose `data` is an alert in the common alert schema counts as the alert, whatever
        its type. An alert on a scope, such as a resource group, reaches every target with its
        gateway or service inside.

        ## Certificates

        A target uses a certificate when its configuration names the secret, or when its last
        complete observation saw it at one of its services or listeners. A target of which that is
        not known yet is signalled for every certificate. A certificate that nobody is known to use
        reaches every target that uses the same vault: it may belong to a host name that is about to
        come.
        """;
  }

  private static String table(
      String heading, Predicate<SignalRow> wanted, Function<SignalRow, String> name) {
    StringBuilder table =
        new StringBuilder("| " + heading + " | reaches | meaning |\n| --- | --- | --- |\n");
    for (SignalRow row : SignalRows.ALL) {
      if (wanted.test(row)) {
        table.append(
            "| `%s` | %s | %s |\n".formatted(name.apply(row), row.reach().words(), row.meaning()));
      }
    }
    return table.toString();
  }
}
