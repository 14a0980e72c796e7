package dev.lockstep.plan;

import dev.lockstep.desire.WantedElement;
import dev.lockstep.model.HostName;

/** Why something is changed, in words. */
final class Reasons {
  private Reasons() {}

  static String add(WantedElement element) {
    return element
        .host()
        .map(host -> element.service().name() + " lists " + host.shown())
        .orElse("the host names of " + element.service().name() + " need it");
  }

  static String update(WantedElement element) {
    return element
        .host()
        .map(
            host -> "it is not what " + host.shown() + " of " + element.service().name() + " needs")
        .orElse("it is not what the host names of " + element.service().name() + " need");
  }

  static String moved(WantedElement element) {
    return "at its place other rules take requests of "
        + element.host().map(HostName::value).orElse("ours")
        + ", or it takes theirs";
  }

  static String gone(HostName host, Source source) {
    if (source.binding().withdrawn().covers(host)) {
      return host.shown() + " was withdrawn by a person";
    }
    return source.binding().service().name() + " no longer lists " + host.shown();
  }

  static String replaced(HostName host) {
    return "another element takes its place for " + host.shown();
  }

  static String unconfigured(HostName host) {
    return "the configuration of " + host.shown() + " no longer asks for it";
  }

  static String unwanted(HostName host) {
    return "no binding wants this record set for " + host + " any more";
  }

  static String unused() {
    return "nothing refers to it any more";
  }
}
