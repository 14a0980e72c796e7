package dev.lockstep.signal;

import static dev.lockstep.signal.SignalRow.ofOperation;
import static dev.lockstep.signal.SignalRow.ofType;

import java.util.List;

/**
 * The rows of the signal table: an allowlist. What does not stand here, or reaches nobody here, is
 * ignored. Operation names: the OpenAPI files of each provider, and Microsoft Learn, resource
 * provider operations.
 */
final class SignalRows {
  private static final String MOVES_ADDRESS = "The service's addresses may move.";
  private static final String OUR_OWN_READ =
      "Reading backend health causes it: a signal would start the next read.";
  private static final String ITS_CERTIFICATE_TELLS =
      "The key of a certificate; the certificate's own event tells.";
  private static final String NO_SIGNAL_OF_DOMAINS =
      "APIs, products, users and self-hosted gateways; custom domains of the service have no event"
          + " of this family.";

  static final List<SignalRow> ALL =
      List.of(
          ofOperation(
                  "Microsoft.ApiManagement/service/write",
                  Reach.SERVICE,
                  "Custom domains, certificates or network of the service may have changed.")
              .discovering(true),
          ofOperation("Microsoft.ApiManagement/service/delete", Reach.SERVICE, "The service goes."),
          ofOperation(
              "Microsoft.ApiManagement/service/applynetworkconfigurationupdates/action",
              Reach.SERVICE,
              MOVES_ADDRESS),
          ofOperation(
              "Microsoft.ApiManagement/service/migrateToStv2/action", Reach.SERVICE, MOVES_ADDRESS),
          ofOperation(
              "Microsoft.ApiManagement/service/restore/action",
              Reach.SERVICE,
              "The service is restored from a backup."),
          ofOperation(
              "Microsoft.ApiManagement/service/managedeployments/action",
              Reach.SERVICE,
              "Regions, units or network of the service, by an older api-version."),
          ofOperation(
              "Microsoft.ApiManagement/service/updatehostname/action",
              Reach.SERVICE,
              "Custom domains, by an older api-version."),
          ofOperation(
              "Microsoft.ApiManagement/service/updatecertificate/action",
              Reach.SERVICE,
              "Certificates of custom domains, by an older api-version."),
          ofOperation(
                  "Microsoft.Network/applicationGateways/write",
                  Reach.GATEWAY,
                  "Somebody changed the gateway, perhaps us.")
              .discovering(true),
          ofOperation(
              "Microsoft.Network/applicationGateways/delete", Reach.GATEWAY, "The gateway goes."),
          ofOperation(
              "Microsoft.Network/applicationGateways/start/action",
              Reach.GATEWAY,
              "The gateway runs again and can be written."),
          ofOperation(
              "Microsoft.Network/applicationGateways/stop/action",
              Reach.GATEWAY,
              "The gateway stops and carries no traffic."),
          ofOperation(
              "Microsoft.Network/applicationGateways/backendhealth/action",
              Reach.NOBODY,
              OUR_OWN_READ),
          ofOperation(
              "Microsoft.Network/applicationGateways/getBackendHealthOnDemand/action",
              Reach.NOBODY,
              OUR_OWN_READ),
          zone("privateDnsZones/write", "A private zone was made or changed.").discovering(true),
          zone("privateDnsZones/delete", "A private zone goes, and our records with it."),
          zone("privateDnsZones/A/write", "A record set of the zone changed, ours or not."),
          zone("privateDnsZones/A/delete", "A record set of the zone goes, ours or not."),
          zone("privateDnsZones/CNAME/write", "A CNAME may take a name that we need."),
          zone("privateDnsZones/CNAME/delete", "A name that we need may be free now."),
          zone("privateDnsZones/virtualNetworkLinks/write", "Who resolves the zone changed."),
          zone("privateDnsZones/virtualNetworkLinks/delete", "Who resolves the zone changed."),
          zone("dnsZones/write", "A public zone was made or changed.").discovering(true),
          zone("dnsZones/delete", "A public zone goes, and our records with it."),
          zone("dnsZones/A/write", "A record set of the zone changed, ours or not."),
          zone("dnsZones/A/delete", "A record set of the zone goes, ours or not."),
          zone("dnsZones/CNAME/write", "A CNAME may take a name that we need."),
          zone("dnsZones/CNAME/delete", "A name that we need may be free now."),
          vault("CertificateNewVersionCreated", "The certificate was renewed."),
          vault("CertificateNearExpiry", "The certificate expires in 30 days."),
          vault("CertificateExpired", "The certificate has expired."),
          vault("SecretNewVersionCreated", "The certificate behind the secret was renewed."),
          vault("SecretNearExpiry", "The certificate behind the secret expires in 30 days."),
          vault("SecretExpired", "The certificate behind the secret has expired."),
          ofType(
              "Microsoft.KeyVault.VaultAccessPolicyChanged",
              Reach.VAULT,
              "The gateway may have lost or gained the right to read its certificates."),
          ofType("Microsoft.KeyVault.Key*", Reach.NOBODY, ITS_CERTIFICATE_TELLS),
          ofType(
              CommonAlert.TYPE,
              Reach.ALERT,
              "An alert fired or was resolved: by the alert function, or as the data of an event"
                  + " of any type."),
          ofType(
              "Microsoft.ResourceNotifications.HealthResources.AvailabilityStatusChanged",
              Reach.RESOURCE,
              "The platform says that the resource is available or not."),
          ofType(
              "Microsoft.ResourceNotifications.HealthResources.ResourceAnnotated",
              Reach.RESOURCE,
              "The platform says why the resource is not available."),
          ofType(
                  "Microsoft.ResourceNotifications.Resources.CreatedOrUpdated",
                  Reach.RESOURCE,
                  "The resource was made or changed.")
              .discovering(true),
          ofType(
              "Microsoft.ResourceNotifications.Resources.Deleted",
              Reach.RESOURCE,
              "The resource goes."),
          ofType("Microsoft.ApiManagement.*", Reach.NOBODY, NO_SIGNAL_OF_DOMAINS),
          ofType(
              "Microsoft.EventGrid.SubscriptionValidationEvent",
              Reach.NOBODY,
              "The handshake of a new event subscription; the Functions host answers it."),
          ofType(
              "Microsoft.EventGrid.SubscriptionDeletedEvent",
              Reach.NOBODY,
              "The event subscription was removed: from now on the drift check alone notices"
                  + " changes. Deploy infra/ again to restore it."));

  private SignalRows() {}

  private static SignalRow zone(String operation, String meaning) {
    return ofOperation("Microsoft.Network/" + operation, Reach.ZONE, meaning);
  }

  private static SignalRow vault(String event, String meaning) {
    return ofType("Microsoft.KeyVault." + event, Reach.CERTIFICATE, meaning);
  }
}
