package dev.lockstep.app;

import java.util.logging.Logger;

/** The app as it runs in Azure: each function's work in a class of its own. */
final class LockstepApp implements App {
  private final EventIntake events;
  private final AlertIntake alerts;
  private final DriftCheck driftCheck;
  private final Resync resync;
  private final Manage manage;
  private final Callers callers;
  private final QueueRuns runs;
  private final JournalPage journal;
  private final StatusPage status;

  LockstepApp(
      EventIntake events,
      AlertIntake alerts,
      DriftCheck driftCheck,
      Resync resync,
      Manage manage,
      Callers callers,
      QueueRuns runs,
      JournalPage journal,
      StatusPage status) {
    this.events = events;
    this.alerts = alerts;
    this.driftCheck = driftCheck;
    this.resync = resync;
    this.manage = manage;
    this.callers = callers;
    this.runs = runs;
    this.journal = journal;
    this.status = status;
  }

  @Override
  public void event(String payload, Logger log) {
    events.take(payload, log);
  }

  @Override
  public Reply alert(HttpCall call, Logger log) {
    return alerts.take(call.body(), log);
  }

  @Override
  public void driftCheck(Logger log) {
    driftCheck.run(log);
  }

  @Override
  public Reply resync(HttpCall call, Logger log) {
    return resync.answer(call, log);
  }

  @Override
  public Reply manage(HttpCall call, Logger log) {
    return manage.answer(call, "manage", callers.withAdminKey(call), log);
  }

  @Override
  public void reconcile(Delivery delivery, Logger log) {
    runs.run(delivery, log);
  }

  @Override
  public void poison(Delivery delivery, Logger log) {
    runs.poisoned(delivery, log);
  }

  @Override
  public Reply journal(HttpCall call, Logger log) {
    return journal.answer(call).by(callers.withFunctionKey(call));
  }

  @Override
  public Reply status(HttpCall call, Logger log) {
    return status.answer(call);
  }
}
