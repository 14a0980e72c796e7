package dev.lockstep.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.model.ResourceId;
import dev.lockstep.model.TargetId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignalTableTest {
  private static final String WRITE = "Microsoft.Resources.ResourceWriteSuccess";
  private static final CertificateUse NO_CERTIFICATES = target -> Optional.of(Set.of());

  @ParameterizedTest
  @DisplayName("what moves the service reaches every target that publishes it")
  @ValueSource(
      strings = {
        "Microsoft.ApiManagement/service/write",
        "Microsoft.ApiManagement/service/delete",
        "Microsoft.ApiManagement/service/applynetworkconfigurationupdates/action",
        "Microsoft.ApiManagement/service/migrateToStv2/action",
        "Microsoft.ApiManagement/service/restore/action",
      })
  void serviceOperations(String operation) {
    Routing routing = route(Notice.of(typeFor(operation), operation, Estate.SERVICE));

    assertThat(targets(routing)).containsExactly(Estate.EDGE, Estate.INNER);
    assertThat(kind(routing)).isEqualTo(Cause.Kind.SERVICE_CHANGED);
  }

  @ParameterizedTest
  @DisplayName("what changes the gateway reaches its own target alone")
  @ValueSource(
      strings = {
        "Microsoft.Network/applicationGateways/write",
        "Microsoft.Network/applicationGateways/delete",
        "Microsoft.Network/applicationGateways/start/action",
        "Microsoft.Network/applicationGateways/stop/action",
      })
  void gatewayOperations(String operation) {
    Routing routing = route(Notice.of(typeFor(operation), operation, Estate.GATEWAY));

    assertThat(targets(routing)).containsExactly(Estate.EDGE);
    assertThat(kind(routing)).isEqualTo(Cause.Kind.GATEWAY_CHANGED);
  }

  @ParameterizedTest
  @DisplayName("our own reads of backend health never come back as signals")
  @CsvSource({
    "Microsoft.Network/applicationGateways/backendhealth/action, Success",
    "Microsoft.Network/applicationGateways/BackendHealth/action, Failure",
    "microsoft.network/applicationgateways/backendhealth/action, Cancel",
    "Microsoft.Network/applicationGateways/getBackendHealthOnDemand/action, Success",
  })
  void ownReads(String operation, String end) {
    Routing routing =
        route(Notice.of("Microsoft.Resources.ResourceAction" + end, operation, Estate.GATEWAY));

    assertThat(routing).isInstanceOf(Routing.Ignored.class);
    assertThat(((Routing.Ignored) routing).reason()).contains("backend health");
  }

  @ParameterizedTest
  @DisplayName("any record set in a bound zone, and who resolves it, reaches the zone's targets")
  @CsvSource({
    "privateDnsZones/contoso.com/A/someone-elses, privateDnsZones/A/write",
    "privateDnsZones/contoso.com/A/api, privateDnsZones/A/delete",
    "privateDnsZones/contoso.com/CNAME/api, privateDnsZones/CNAME/write",
    "privateDnsZones/contoso.com/CNAME/api, privateDnsZones/CNAME/delete",
    "privateDnsZones/contoso.com, privateDnsZones/write",
    "privateDnsZones/contoso.com, privateDnsZones/delete",
    "privateDnsZones/contoso.com/virtualNetworkLinks/l, privateDnsZones/virtualNetworkLinks/write",
    "privateDnsZones/contoso.com/virtualNetworkLinks/l, privateDnsZones/virtualNetworkLinks/delete",
  })
  void privateZone(String resource, String operation) {
    Routing routing =
        route(
            Notice.of(
                typeFor(operation), "Microsoft.Network/" + operation, network("/" + resource)));

    assertThat(targets(routing)).containsExactly(Estate.EDGE);
    assertThat(kind(routing)).isEqualTo(Cause.Kind.RECORD_CHANGED);
  }

  @Test
  @DisplayName("a public zone of the same name is another zone")
  void publicZone() {
    Routing routing =
        route(
            Notice.of(
                WRITE,
                "Microsoft.Network/dnsZones/A/write",
                network("/dnsZones/contoso.com/A/api")));

    assertThat(targets(routing)).containsExactly(Estate.INNER);
  }

  @Test
  @DisplayName("ids, types and operations are compared without case")
  void casesDoNotMatter() {
    Notice shouted =
        Notice.of(
            WRITE.toUpperCase(Locale.ROOT),
            "MICROSOFT.NETWORK/APPLICATIONGATEWAYS/WRITE",
            new ResourceId("/subscriptions/" + upper(Estate.GATEWAY)));

    assertThat(targets(route(shouted))).containsExactly(Estate.EDGE);
  }

  @ParameterizedTest
  @DisplayName("what failed or was canceled may be half done, and says so")
  @CsvSource({"Failure, failed", "Cancel, was canceled"})
  void badEnds(String end, String words) {
    Routing routing =
        route(
            Notice.of(
                "Microsoft.Resources.ResourceWrite" + end,
                "Microsoft.Network/applicationGateways/write",
                Estate.GATEWAY));

    assertThat(targets(routing)).containsExactly(Estate.EDGE);
    assertThat(((Routing.Signals) routing).signals().get(0).cause().detail())
        .isEqualTo("Microsoft.Network/applicationGateways/write " + words + ": " + Estate.GATEWAY);
  }

  @ParameterizedTest
  @DisplayName("an operation that is not on the list is ignored by its name")
  @ValueSource(
      strings = {
        "Microsoft.ApiManagement/service/apis/write",
        "Microsoft.ApiManagement/service/getssotoken/action",
        "Microsoft.Network/applicationGateways/setSecurityCenterConfiguration/action",
        "Microsoft.Network/privateDnsZones/TXT/write",
      })
  void unlisted(String operation) {
    Routing routing = route(Notice.of(typeFor(operation), operation, Estate.GATEWAY));

    assertThat(routing).isInstanceOf(Routing.Ignored.class);
    assertThat(((Routing.Ignored) routing).reason()).contains("'" + operation + "'");
  }

  @ParameterizedTest
  @DisplayName("a write of a service, gateway or zone that no binding names is a discovery")
  @CsvSource({
    "Microsoft.ApiManagement/service, Microsoft.ApiManagement/service/write",
    "Microsoft.Network/applicationGateways, Microsoft.Network/applicationGateways/write",
    "Microsoft.Network/privateDnsZones, Microsoft.Network/privateDnsZones/write",
  })
  void discovery(String type, String operation) {
    ResourceId unknown = Estate.foreign(type, "new-one");

    assertThat(route(Notice.of(WRITE, operation, unknown)))
        .isEqualTo(new Routing.Discovery(unknown, "no binding names it"));
  }

  @Test
  @DisplayName("a delete or a failed write of something unknown is no discovery")
  void noDiscovery() {
    ResourceId unknown = Estate.foreign("Microsoft.ApiManagement/service", "new-one");

    assertThat(
            List.of(
                route(
                    Notice.of(
                        "Microsoft.Resources.ResourceDeleteSuccess",
                        "Microsoft.ApiManagement/service/delete",
                        unknown)),
                route(
                    Notice.of(
                        "Microsoft.Resources.ResourceWriteFailure",
                        "Microsoft.ApiManagement/service/write",
                        unknown))))
        .allSatisfy(
            routing ->
                assertThat(routing)
                    .isEqualTo(new Routing.Ignored("no binding names " + unknown.value())));
  }

  @Test
  @DisplayName("a resource notification counts as a write of the resource")
  void resourceNotifications() {
    String created = "Microsoft.ResourceNotifications.Resources.CreatedOrUpdated";
    ResourceId unknown = Estate.foreign("Microsoft.Network/applicationGateways", "new-one");

    assertThat(targets(route(notification(created, Estate.SERVICE))))
        .containsExactly(Estate.EDGE, Estate.INNER);
    assertThat(route(notification(created, unknown))).isInstanceOf(Routing.Discovery.class);
  }

  @Test
  @DisplayName("a health notification of an unknown gateway is no discovery")
  void healthNotifications() {
    String health = "Microsoft.ResourceNotifications.HealthResources.AvailabilityStatusChanged";
    ResourceId unknown = Estate.foreign("Microsoft.Network/applicationGateways", "new-one");

    assertThat(targets(route(notification(health, Estate.GATEWAY)))).containsExactly(Estate.EDGE);
    assertThat(route(notification(health, unknown))).isInstanceOf(Routing.Ignored.class);
    assertThat(
            route(notification(health, Estate.foreign("Microsoft.Compute/virtualMachines", "vm"))))
        .isInstanceOf(Routing.Ignored.class);
  }

  @Test
  @DisplayName("an alert on a resource group reaches every target with its gateway inside")
  void alertOnScope() {
    Routing routing =
        route(
            Notice.of(
                CommonAlert.TYPE,
                "rule",
                new ResourceId(
                    "/subscriptions/11111111-1111-1111-1111-111111111111/resourcegroups/RG-EDGE")));

    assertThat(targets(routing)).containsExactly(Estate.EDGE, Estate.INNER);
    assertThat(kind(routing)).isEqualTo(Cause.Kind.ALERT);
  }

  @Test
  @DisplayName("a resource group whose name begins alike is another one")
  void noPartialNames() {
    Routing routing =
        route(
            Notice.of(
                CommonAlert.TYPE,
                "rule",
                new ResourceId(
                    "/subscriptions/11111111-1111-1111-1111-111111111111/resourcegroups/rg-ed")));

    assertThat(routing).isInstanceOf(Routing.Ignored.class);
  }

  private static Routing route(Notice notice) {
    return SignalTable.route(notice, Estate.targets(), NO_CERTIFICATES);
  }

  private static Notice notification(String type, ResourceId resource) {
    return new Notice(
        type,
        Optional.empty(),
        Optional.of(resource),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static String typeFor(String operation) {
    String verb = operation.substring(operation.lastIndexOf('/') + 1);
    return "Microsoft.Resources.Resource"
        + verb.substring(0, 1).toUpperCase(Locale.ROOT)
        + verb.substring(1)
        + "Success";
  }

  private static ResourceId network(String path) {
    String gateway = Estate.GATEWAY.value();
    return new ResourceId(gateway.substring(0, gateway.indexOf("/applicationGateways")) + path);
  }

  private static String upper(ResourceId id) {
    return id.value().substring("/subscriptions/".length()).toUpperCase(Locale.ROOT);
  }

  private static List<TargetId> targets(Routing routing) {
    assertThat(routing).isInstanceOf(Routing.Signals.class);
    return ((Routing.Signals) routing).signals().stream().map(Message.Signal::target).toList();
  }

  private static Cause.Kind kind(Routing routing) {
    return ((Routing.Signals) routing).signals().get(0).cause().kind();
  }
}
