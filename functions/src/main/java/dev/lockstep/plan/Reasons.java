package dev.lockstep.plan;

import dev.lockstep.desire.WantedElement;
import dev.lockstep.model.HostName;

/** Why something is changed, in words. */
final class Reasons {
  private Reasons() {}

  static String add(WantedElement element) {
    return element
        .host()
        .map(host -> element.service().name() + " lists " + host)
        .orElse("needed by what is published for " + element.service().name());
  }

  static String update(WantedElement element) {
    return element
        .host()
        .map(host -> "is not what " + host + " of " + element.service().name() + " needs")
        .orElse("is not what is published for " + element.service().name() + " needs");
  }

  static String gone(HostName host, Source source) {
    return source.binding().service().name() + " no longer lists " + host;
  }

  static String replaced(HostName host) {
    return "replaced by another element for " + host;
  }

  static String unused() {
    return "nothing refers to it any more";
  }
}
