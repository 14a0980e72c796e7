package dev.lockstep.reconcile;

import dev.lockstep.port.Arm;
import dev.lockstep.port.ArmAnswer;
import dev.lockstep.port.ArmRequest;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts one run's requests. Reads may come from several threads at once. */
final class CountingArm implements Arm {
  private final Arm arm;
  private final AtomicInteger reads = new AtomicInteger();
  private final AtomicInteger writes = new AtomicInteger();

  CountingArm(Arm arm) {
    this.arm = arm;
  }

  @Override
  public ArmAnswer send(ArmRequest request) {
    (request.method() == ArmRequest.Method.GET ? reads : writes).incrementAndGet();
    return arm.send(request);
  }

  int reads() {
    return reads.get();
  }

  int writes() {
    return writes.get();
  }
}
