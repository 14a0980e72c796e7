package dev.lockstep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.plan.PlanHash;
import dev.lockstep.port.StorageFailure;
import dev.lockstep.reconcile.world.World;
import dev.lockstep.signal.Message;
import dev.lockstep.signal.MessageCodec;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What could not be carried out is kept, and put back into the queue when a person says so. */
class PoisonTest {
  private final World world = new World();

  @Test
  void aWakeThatWasGivenUpComesBackAsOneSignal() {
    give(MessageCodec.encode(new Message.Wake(World.TARGET, "w7")), 5);
    give(MessageCodec.encode(new Message.Wake(World.TARGET, "w8")), 5);
    PoisonList list = world.reconciler().poison(Optional.empty());
    assertThat(list.replayable()).hasSize(2);

    assertThat(world.reconciler().replay(Optional.of(World.TARGET), list.hash(), "somebody"))
        .hasValueSatisfying(sent -> assertThat(sent).hasSize(1));

    assertThat(world.signals().messages()).hasSize(1);
    assertThat(world.reconciler().poison(Optional.empty()).messages()).isEmpty();
    PlanHash none = world.reconciler().poison(Optional.empty()).hash();
    assertThat(world.reconciler().replay(Optional.empty(), none, "somebody"))
        .hasValueSatisfying(sent -> assertThat(sent).isEmpty());
    assertThat(world.signals().messages()).hasSize(1);
  }

  @Test
  void theSameMessageIsKeptOnce() {
    MessageMeta meta = new MessageMeta(world.time().instant(), 5);
    world.reconciler().poisoned("not a message", meta);
    world.reconciler().poisoned("not a message", meta);

    assertThat(world.reconciler().poison(Optional.empty()).messages()).hasSize(1);
    assertThat(world.reconciler().poison(Optional.empty()).replayable()).isEmpty();
  }

  @Test
  void anotherListThanTheOneShownReplaysNothing() {
    give(MessageCodec.encode(new Message.Wake(World.TARGET, "w7")), 5);
    PlanHash shown = world.reconciler().poison(Optional.empty()).hash();
    give(MessageCodec.encode(new Message.Wake(World.TARGET, "w8")), 5);

    assertThat(world.reconciler().replay(Optional.empty(), shown, "somebody")).isEmpty();
    assertThat(world.signals().messages()).isEmpty();
  }

  @Test
  void aMessageThatCannotBeKeptComesBackAndIsKeptThen() {
    String text = MessageCodec.encode(new Message.Wake(World.TARGET, "w7"));
    world.journal().failNext();

    assertThatThrownBy(() -> give(text, 1)).isInstanceOf(StorageFailure.class);
    assertThat(world.log()).as("not given up yet").isEmpty();
    give(text, 2);

    assertThat(world.reconciler().poison(Optional.empty()).replayable()).hasSize(1);
    assertThat(world.log()).hasSize(1);
  }

  @Test
  void atMostTwoHundredAreKept() {
    for (int i = 0; i < 230; i++) {
      give("message " + i, 5);
    }

    assertThat(world.reconciler().poison(Optional.empty()).messages()).hasSize(200);
  }

  private void give(String text, int times) {
    world.reconciler().poisoned(text, new MessageMeta(world.time().instant(), times));
  }
}
