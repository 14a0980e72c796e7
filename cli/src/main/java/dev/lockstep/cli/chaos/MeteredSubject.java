package dev.lockstep.cli.chaos;

import dev.lockstep.cli.chaos.Meter.Work;
import dev.lockstep.simulator.chaos.AppProcess;
import dev.lockstep.simulator.chaos.Delivered;
import dev.lockstep.simulator.chaos.Gate;
import dev.lockstep.simulator.chaos.Outside;
import dev.lockstep.simulator.chaos.Publication;
import dev.lockstep.simulator.chaos.Subject;
import java.util.List;
import java.util.function.Supplier;

/**
 * A subject whose time is measured. Ours is everything of the app and its adapter of ARM, down to
 * the HTTP client; the simulated storage is the world's, and so is what waits.
 */
final class MeteredSubject implements Subject {
  private final Subject subject;
  private final Meter meter;

  MeteredSubject(Subject subject, Meter meter) {
    this.subject = subject;
    this.meter = meter;
  }

  @Override
  public List<String> points() {
    return subject.points();
  }

  @Override
  public List<String> pointsNotInUse() {
    return subject.pointsNotInUse();
  }

  @Override
  public int overtakenReported(Outside outside) {
    return subject.overtakenReported(outside);
  }

  @Override
  public List<String> leftovers(Outside outside) {
    return subject.leftovers(outside);
  }

  @Override
  public AppProcess start(List<Publication> publications, Outside outside) {
    Outside metered =
        new Outside(
            request -> {
              Work work = meter.turnTo(Work.WORLD);
              try {
                return outside.arm().apply(request);
              } finally {
                meter.turnTo(work);
              }
            },
            outside.storage(),
            outside.time(),
            new MeteredGate(outside));
    return new MeteredApp(subject.start(publications, metered));
  }

  private final class MeteredGate implements Gate {
    private final Outside outside;

    MeteredGate(Outside outside) {
      this.outside = outside;
    }

    @Override
    public <T> T pass(Call call, Supplier<T> effect) {
      if (call.usual().isZero()) {
        return outside.gate().pass(call, effect);
      }
      long asked = outside.time().nanos();
      Work work = meter.turnTo(Work.WORLD);
      try {
        T result =
            outside
                .gate()
                .pass(call, () -> as(call.point().startsWith("arm.") ? work : Work.WORLD, effect));
        if (call.point().equals("journal.write")) {
          meter.ran();
        }
        return result;
      } finally {
        meter.turnTo(work);
        if (work == Work.RUNS) {
          meter.waited(outside.time().nanos() - asked);
        }
      }
    }

    private <T> T as(Work work, Supplier<T> effect) {
      Work before = meter.turnTo(work);
      try {
        return effect.get();
      } finally {
        meter.turnTo(before);
      }
    }
  }

  private final class MeteredApp implements AppProcess {
    private final AppProcess app;

    MeteredApp(AppProcess app) {
      this.app = app;
    }

    @Override
    public void event(String payload) {
      meter.delivered();
      meter.during(Work.INTAKE, () -> app.event(payload));
    }

    @Override
    public void alert(String payload) {
      meter.delivered();
      meter.during(Work.INTAKE, () -> app.alert(payload));
    }

    @Override
    public void driftCheck() {
      meter.during(Work.INTAKE, app::driftCheck);
    }

    @Override
    public void message(Delivered message) {
      meter.during(Work.RUNS, () -> app.message(message));
    }

    @Override
    public void poison(Delivered message) {
      meter.during(Work.RUNS, () -> app.poison(message));
    }

    @Override
    public void status() {
      meter.during(Work.RUNS, app::status);
    }
  }
}
