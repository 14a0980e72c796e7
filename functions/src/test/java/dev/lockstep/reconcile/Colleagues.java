package dev.lockstep.reconcile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.reconcile.world.FakeGateway;
import dev.lockstep.reconcile.world.World;
import dev.lockstep.signal.GatewayWrite;
import dev.lockstep.signal.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Others who write the gateway, each time with a mark of their own, and the events of their writes
 * and of ours: at acceptance, at the end or both, late and more than once.
 */
final class Colleagues {
  private static final Duration LAG = Pace.DEFAULT.lag();

  /** A write whose answer was lost counts until its time-out, and a little longer. */
  private static final Duration UNSURE = Pace.DEFAULT.intentRest().plusSeconds(10);

  private enum Timing {
    ACCEPTANCE,
    END,
    BOTH
  }

  private final World world;
  private final SplittableRandom random;
  private final Timing timing;
  private final Map<String, List<Instant>> times = new HashMap<>();
  private final List<Instant> ours = new ArrayList<>();
  private int edits;

  Colleagues(World world, SplittableRandom random) {
    this.world = world;
    this.random = random;
    this.timing = Timing.values()[random.nextInt(Timing.values().length)];
    world.azure().gateway().tellEndsTo(new Events(World.SELF, "ours"));
  }

  /** A write that is done at once. */
  String edit() {
    String mark = "edit" + ++edits;
    world.azure().gateway().edit(tagging(mark));
    tell(World.COLLEAGUE, world.time().instant(), false, mark);
    return mark + " at once";
  }

  /** A write that takes its time. */
  String editSlowly() {
    String mark = "edit" + ++edits;
    Events events = new Events(World.COLLEAGUE, mark);
    world.azure().gateway().editSlowly(tagging(mark), events);
    return mark;
  }

  /** What was overwritten. */
  Set<String> lost() {
    String gateway = world.azure().gateway().document().toString();
    return IntStream.rangeClosed(1, edits)
        .mapToObj(i -> "edit" + i)
        .filter(mark -> !gateway.contains("\"" + mark + "\""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Reads may lag, and clocks differ: what came shortly before ours may be reported. */
  Set<String> doubtful() {
    return times.entrySet().stream()
        .filter(edit -> edit.getValue().stream().anyMatch(this::isShortlyBeforeOurs))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private boolean isShortlyBeforeOurs(Instant at) {
    return ours.stream()
        .anyMatch(put -> put.isAfter(at.minus(UNSURE)) && !put.isAfter(at.plus(LAG)));
  }

  /** What was said to be overwritten. */
  Set<String> reported() {
    return world.remembered().writing().overtaking().reports().stream()
        .map(report -> report.write().id())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static UnaryOperator<ObjectNode> tagging(String mark) {
    return document -> {
      ((ObjectNode) document.path("tags")).put(mark, "kept");
      return document;
    };
  }

  private void tell(Writer writer, Instant at, boolean canceled, String id) {
    if (writer.equals(World.COLLEAGUE)) {
      times.computeIfAbsent(id, any -> new ArrayList<>()).add(at);
    }
    GatewayWrite write = new GatewayWrite(writer, at, canceled, id);
    for (int i = 0; i < 1 + random.nextInt(2); i++) {
      world.told(write, Duration.ofSeconds(random.nextInt(90)));
    }
  }

  private final class Events implements FakeGateway.Ending {
    private final Writer writer;
    private final String name;
    private int accepted;

    Events(Writer writer, String name) {
      this.writer = writer;
      this.name = name;
    }

    @Override
    public void accepted(Instant time) {
      accepted++;
      if (writer.equals(World.SELF)) {
        ours.add(time);
      }
      if (timing != Timing.END) {
        tell(writer, time, false, id());
      }
    }

    @Override
    public void at(Instant time, boolean canceled) {
      if (canceled || timing != Timing.ACCEPTANCE) {
        tell(writer, time, canceled, id());
      }
    }

    private String id() {
      return writer.equals(World.SELF) ? name + accepted : name;
    }
  }
}
