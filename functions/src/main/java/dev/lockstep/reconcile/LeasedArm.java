package dev.lockstep.reconcile;

import dev.lockstep.port.Arm;
import dev.lockstep.port.ArmAnswer;
import dev.lockstep.port.ArmRequest;

/**
 * Keeps the lock between requests, however many there are and however long they take: a run whose
 * lease runs out could not even say how it ended.
 *
 * @param arm where requests go
 * @param lock the run's claim on its target
 */
record LeasedArm(Arm arm, Lock lock) implements Arm {
  @Override
  public ArmAnswer send(ArmRequest request) {
    lock.keep();
    return arm.send(request);
  }
}
