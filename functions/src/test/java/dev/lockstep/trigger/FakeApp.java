package dev.lockstep.trigger;

import dev.lockstep.app.App;
import dev.lockstep.app.Delivery;
import dev.lockstep.app.HttpCall;
import dev.lockstep.app.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;

/** Writes down what it is asked, and answers 202 to everything. */
final class FakeApp implements App {
  private final List<String> asked = new ArrayList<>();

  List<String> asked() {
    return asked;
  }

  @Override
  public void event(String payload, Logger log) {
    asked.add("event " + payload);
  }

  @Override
  public Reply alert(HttpCall call, Logger log) {
    return answer("alert", call);
  }

  @Override
  public void driftCheck(Logger log) {
    asked.add("drift-check");
  }

  @Override
  public Reply resync(HttpCall call, Logger log) {
    return answer("resync", call);
  }

  @Override
  public Reply manage(HttpCall call, Logger log) {
    return answer("manage", call);
  }

  @Override
  public void reconcile(Delivery delivery, Logger log) {
    asked.add("reconcile " + delivery);
  }

  @Override
  public void poison(Delivery delivery, Logger log) {
    asked.add("poison " + delivery);
  }

  @Override
  public Reply journal(HttpCall call, Logger log) {
    return answer("journal", call);
  }

  @Override
  public Reply status(HttpCall call, Logger log) {
    return answer("status", call);
  }

  private Reply answer(String what, HttpCall call) {
    asked.add(what + " " + call.path() + " " + call.query() + " " + call.body());
    return Reply.text(202, what + " done");
  }
}
