package dev.lockstep.reconcile;

/** Tells persons of what lasts: at once, and once an hour as long as it does. */
final class Reminder {
  private Reminder() {}

  /** The finding, unless it was told lately. One trouble of each code is told of at a time. */
  static void tell(Session session, Finding finding) {
    String name = finding.code().wireName();
    if (!session.troubles().isTold(name, session.now(), TroublePace.DEFAULT.told())) {
      session.set(session.troubles().telling(name, session.now(), TroublePace.DEFAULT.told()));
      session.record().found(finding);
    }
  }
}
