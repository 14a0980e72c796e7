package dev.lockstep.simulator.eventgrid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.simulator.fault.Effect;
import dev.lockstep.simulator.fault.EventFaults;
import dev.lockstep.simulator.fault.FaultBook;
import dev.lockstep.simulator.fault.FaultRule;
import dev.lockstep.simulator.fault.Trigger;
import dev.lockstep.simulator.storage.BlobStore;
import dev.lockstep.simulator.storage.ManualClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Faults of the book on the way of events, on a virtual clock. */
class EventFaultsTest {
  private static final String WRITES = "Microsoft.Resources.ResourceWrite*";

  private final VirtualTimeline time = new VirtualTimeline();
  private final Instant start = time.now();
  private final FakeWebhook webhook = new FakeWebhook(time::now, n -> FakeWebhook.status(200));

  @Test
  void anEventComesTwice() {
    deliver(4, rule(Trigger.next(1), new Effect.Duplicate(2)), 2);
    assertThat(webhook.ids()).containsExactly("e0", "e0", "e1");
  }

  @Test
  void anEventComesLate() {
    deliver(4, rule(Trigger.next(1), new Effect.Delay(Duration.ofMinutes(3))), 2);
    assertThat(webhook.ids()).containsExactly("e1", "e0");
    assertThat(webhook.deliveries.get(1).at()).isEqualTo(start.plusSeconds(180));
  }

  @Test
  void eventsOvertakeEachOtherAsTheSeedSays() {
    List<String> order = reordered(4);
    assertThat(order)
        .hasSize(20)
        .doesNotHaveDuplicates()
        .isNotEqualTo(order.stream().sorted().toList());
    assertThat(reordered(4)).isEqualTo(order);
    assertThat(reordered(5)).isNotEqualTo(order);
  }

  @Test
  void aLostEventComesWithTheRetry() {
    deliver(4, rule(Trigger.next(1), new Effect.Lose(2)), 2);
    assertThat(webhook.ids()).containsExactly("e1", "e0");
    assertThat(webhook.deliveries.get(1).at())
        .as("the third attempt, 10 and 30 seconds later")
        .isEqualTo(start.plusSeconds(40));
  }

  @Test
  void otherEventsAreSpared() {
    FaultRule deletes = FaultRule.of("EVENT", "*Delete*", Trigger.ALWAYS, new Effect.Duplicate(5));
    deliver(4, deletes, 3);
    assertThat(webhook.ids()).containsExactly("e0", "e1", "e2");
  }

  private List<String> reordered(long seed) {
    VirtualTimeline timeline = new VirtualTimeline();
    FakeWebhook hook = new FakeWebhook(timeline::now, n -> FakeWebhook.status(200));
    FaultRule rule = rule(Trigger.ALWAYS, new Effect.Reorder(Duration.ofSeconds(10)));
    deliver(timeline, hook, seed, rule, 20);
    return hook.ids();
  }

  private void deliver(long seed, FaultRule rule, int events) {
    deliver(time, webhook, seed, rule, events);
  }

  private static void deliver(
      VirtualTimeline timeline, FakeWebhook hook, long seed, FaultRule rule, int events) {
    EventGridDelivery service =
        new EventGridDelivery(
            timeline,
            hook,
            new BlobStore(new ManualClock(timeline.now())),
            new EventFaults(new FaultBook(seed, List.of(rule))),
            DeliveryObserver.NONE);
    service.subscribe(
        EventSubscription.of(
            "to-app",
            URI.create("http://127.0.0.1:1/hook"),
            EventSchema.EVENT_GRID,
            EventFilter.ALL));
    for (int i = 0; i < events; i++) {
      service.emit(Events.write("e" + i));
    }
    timeline.pass(Duration.ofHours(1));
  }

  private static FaultRule rule(Trigger trigger, Effect effect) {
    return FaultRule.of("EVENT", WRITES, trigger, effect);
  }
}
