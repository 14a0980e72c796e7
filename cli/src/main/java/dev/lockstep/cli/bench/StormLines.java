package dev.lockstep.cli.bench;

import dev.lockstep.cli.chaos.StormRun;
import java.io.PrintWriter;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;

/** Tells what a storm cost, with what each figure means. */
record StormLines(StormRun run, PrintWriter out) {
  private static final int MOST_SHOWN = 20;

  void print() {
    Map<String, Long> kinds = run.report().deliveries();
    kinds.keySet().stream()
        .sorted()
        .forEach(kind -> out.printf(Locale.ROOT, "%9d  %s%n", kinds.get(kind), kind));
    line("%9d  of the changes themselves, by Event Grid", run.report().ownDeliveries());
    run.report().violations().stream().limit(MOST_SHOWN).forEach(one -> line("violation: %s", one));
    line(
        "bench storm: events=%d eventsPerSecond=%.0f (deliveries, over the time that taking them in"
            + " kept us busy: %.2f s)",
        run.figures().deliveries(),
        run.figures().deliveries() / run.figures().intake(),
        run.figures().intake());
    line(
        "bench storm: messages=%d runs=%d (messages from the queue; runs by their records in the"
            + " journal, %.1f of each 100 messages)",
        run.report().messages(),
        run.figures().runs(),
        100.0 * run.figures().runs() / Math.max(1, run.report().messages()));
    line(
        "bench storm: puts=%d maxPutsPerGateway=%d gateways=%d violations=%d",
        run.report().puts().values().stream().mapToLong(n -> n).sum(),
        Collections.max(run.report().puts().values()),
        run.report().puts().size(),
        run.report().violations().size());
    line(
        "bench storm: convergedAfterSeconds=%d (virtual; two minutes of events, a gateway update"
            + " takes one minute)",
        run.report().converged().toSeconds());
    line(
        "bench storm: oursOfRuns=%.1f%% (our computing %.2f s; answers were waited for %.0f s: a"
            + " read of ARM takes 60 ms, a write 250 ms, storage 8 ms, one after the other)",
        100 * run.figures().shareOfRuns(), run.figures().running(), run.figures().waited());
    line(
        "bench storm: oursOfProcessor=%.1f%% (%.2f s in the app and its ARM client; %.2f s in the"
            + " simulated Azure and storage; storage SDKs, sockets and TLS are not in it)",
        100 * run.figures().share(),
        run.figures().intake() + run.figures().running(),
        run.figures().world());
    out.flush();
  }

  private void line(String format, Object... values) {
    out.printf(Locale.ROOT, format + "%n", values);
  }
}
