package dev.lockstep.reconcile;

import dev.lockstep.model.ResourceId;
import dev.lockstep.model.Zone;

/**
 * Paths of the requests, api-version included.
 *
 * @param versions the api-versions
 */
record Paths(ApiVersions versions) {
  String gateway(ResourceId gateway) {
    return gateway + "?api-version=" + versions.gateway();
  }

  String gateway(ResourceId gateway, String apiVersion) {
    return gateway + "?api-version=" + apiVersion;
  }

  /**
   * The provider of the gateway's subscription (Microsoft Learn, rest/api/resources/providers/get).
   */
  String networkProvider(ResourceId gateway) {
    return "/subscriptions/"
        + gateway.subscriptionId()
        + "/providers/Microsoft.Network?api-version=2021-04-01";
  }

  String backendHealth(ResourceId gateway) {
    return gateway + "/backendhealth?api-version=" + versions.gateway();
  }

  String service(ResourceId service) {
    return service + "?api-version=" + versions.service();
  }

  String publicIp(ResourceId publicIp) {
    return publicIp + "?api-version=" + versions.gateway();
  }

  /** The list of all record sets, of every type, first page. */
  String records(ResourceId zone) {
    return zone + "/ALL?api-version=" + dns(zone);
  }

  String record(ResourceId zone, String name) {
    return zone.child("A", name) + "?api-version=" + dns(zone);
  }

  private String dns(ResourceId zone) {
    return zone.isOfType(Zone.PRIVATE) ? versions.privateDns() : versions.publicDns();
  }
}
