package dev.lockstep.cli.rollover;

import dev.lockstep.cli.rollover.Phase.Trial;
import dev.lockstep.simulator.world.ResourceId;
import java.util.List;

/**
 * One service behind one gateway, on which one phase is played.
 *
 * @param phase what is played
 * @param trial from where the app can know new roots
 * @param number which one of its world, from 0
 */
record Site(Phase phase, Trial trial, int number) {
  private static final int FIRST_ADDRESS = 20;
  private static final List<String> ENDPOINTS = List.of("api", "orders", "portal");

  /** Letter and kind of knowledge, such as {@code b-bundle}. */
  String key() {
    return phase.letter() + "-" + trial.key();
  }

  /** What is played, in words. */
  String title() {
    String title = "(%s) %s".formatted(phase.letter(), phase.title());
    return phase.trials().size() > 1 ? title + " [" + trial.words() + "]" : title;
  }

  /** Two gateway host names and a developer portal. */
  List<String> hosts() {
    return ENDPOINTS.stream().map(one -> host(one)).toList();
  }

  private String host(String endpoint) {
    return key() + "-" + endpoint + ".contoso.com";
  }

  String typeOf(String host) {
    return host.equals(host("portal")) ? "DeveloperPortal" : "Proxy";
  }

  /** Name of the vault certificate of a host name. */
  String certificate(String host) {
    return "cert-" + host.replace('.', '-');
  }

  ResourceId service(String subscription) {
    return group(subscription).resource("Microsoft.ApiManagement", "service", "apim-" + key());
  }

  ResourceId gateway(String subscription) {
    return group(subscription).resource("Microsoft.Network", "applicationGateways", "agw-" + key());
  }

  ResourceId publicIp(String subscription) {
    return group(subscription).resource("Microsoft.Network", "publicIPAddresses", "pip-" + key());
  }

  String privateAddress() {
    return "10.0.1." + (FIRST_ADDRESS + number);
  }

  String publicAddress() {
    return "20.50.20." + (FIRST_ADDRESS + number);
  }

  static ResourceId group(String subscription) {
    return ResourceId.ofGroup(subscription, "rg-edge");
  }
}
