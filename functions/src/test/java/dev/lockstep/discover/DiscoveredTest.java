package dev.lockstep.discover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.config.Configuration;
import dev.lockstep.config.EndpointDefaults;
import dev.lockstep.model.Binding;
import dev.lockstep.model.EndpointType;
import dev.lockstep.model.Mode;
import dev.lockstep.model.ReadFailure;
import dev.lockstep.model.Reading;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.TaggedService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each row of the table above {@link Discovered}. */
class DiscoveredTest {
  private static final ResourceId GROUP = new ResourceId("/subscriptions/s/resourceGroups/rg");
  private static final ResourceId OTHER = new ResourceId("/subscriptions/t");
  private static final ResourceId A = service("/subscriptions/s/resourceGroups/rg", "apim-a");
  private static final ResourceId C = service("/subscriptions/t/resourceGroups/x", "apim-c");
  private static final String GATEWAY =
      "/subscriptions/h/resourceGroups/hub/providers/Microsoft.Network/applicationGateways/agw";
  private static final String ZONE =
      "/subscriptions/h/resourceGroups/hub/providers/Microsoft.Network/privateDnsZones/a.example";

  private final Map<ResourceId, Reading<List<TaggedService>>> lists = new HashMap<>();

  @Test
  void aListedServiceWithTheTagBecomesABindingThatOnlyPlansItsProxy() {
    lists(GROUP, new TaggedService(A, Map.of("Lockstep-Gateway", GATEWAY, "lockstep-zones", ZONE)));

    Binding binding = look("'apim-a'").bindings().get(0);

    assertThat(binding.name()).isEqualTo("discovered-apim-a");
    assertThat(binding.service()).isEqualTo(A);
    assertThat(binding.gateway().value()).isEqualTo(GATEWAY);
    assertThat(binding.zones()).containsExactly(new ResourceId(ZONE));
    assertThat(binding.mode()).isEqualTo(Mode.PLAN);
    assertThat(binding.endpoints()).containsOnlyKeys(EndpointType.PROXY);
    assertThat(binding.endpoints().get(EndpointType.PROXY).frontend()).contains("private");
    assertThat(binding.endpoints().get(EndpointType.PROXY).requestTimeout())
        .isEqualTo(EndpointDefaults.REQUEST_TIMEOUT);
  }

  @Test
  void aServiceMayBeListedByItsIdAndZonesArePartedByCommas() {
    String two = ZONE.replace("a.example", "b.example");
    lists(
        GROUP,
        new TaggedService(
            A, Map.of("lockstep-gateway", GATEWAY, "lockstep-zones", ZONE + ", " + two)));

    assertThat(look("'" + A.value().replace("/rg/", "/RG/") + "'").bindings())
        .singleElement()
        .satisfies(
            binding ->
                assertThat(binding.zones())
                    .containsExactly(new ResourceId(ZONE), new ResourceId(two)));
  }

  @Test
  void aTagAlonePublishesNothing() {
    lists(GROUP, tagged(A));

    Discovered found = look("'apim-other'");

    assertThat(found.bindings()).isEmpty();
    assertThat(found.findings())
        .containsExactly(
            new Finding(
                A,
                "carries the tag lockstep-gateway and is not listed: nothing is planned for it",
                "add its name to discovery.services, or remove the tag"));
  }

  @Test
  void aServiceWithoutTheTagOrOutOfScopeIsNothing() {
    lists(
        GROUP,
        new TaggedService(A, Map.of("team", "x")),
        tagged(service("/subscriptions/elsewhere/resourceGroups/rg", "apim-a")));

    assertThat(look("'apim-a'")).isEqualTo(new Discovered(List.of(), List.of()));
  }

  @Test
  void aTagThatNamesNoGatewayIsTold() {
    lists(GROUP, new TaggedService(A, Map.of("lockstep-gateway", "agw", "lockstep-zones", "z")));

    Discovered found = look("'apim-a'");

    assertThat(found.bindings()).isEmpty();
    assertThat(found.findings())
        .extracting(Finding::message)
        .containsExactly(
            "its tags do not make a binding: gateway: 'agw' is not the id of a"
                + " Microsoft.Network/applicationGateways",
            "its tags do not make a binding: zones[0]: 'z' is not the id of a DNS zone");
  }

  @Test
  void aConfiguredServiceIsLeftToItsBinding() {
    lists(GROUP, tagged(A));
    Configuration configuration =
        configuration(
            "{'name':'mine','service':'%s','gateway':'%s-two'}".formatted(A, GATEWAY), "'apim-a'");
    List<Binding> before = look("'apim-a'").bindings();

    assertThat(Discovered.of(configuration, lists, List.of()).bindings()).isEmpty();
    lists(GROUP);
    lists.put(GROUP, unread());
    assertThat(Discovered.of(configuration, lists, before).bindings()).isEmpty();
  }

  @Test
  void aFailedListRemovesNothingThatIsStillAllowed() {
    lists(GROUP, tagged(A));
    lists(OTHER, tagged(C));
    List<Binding> before = look("'apim-a','apim-c'").bindings();
    assertThat(before).extracting(Binding::service).containsExactly(A, C);

    lists.put(GROUP, unread());
    Discovered after = Discovered.of(configuration("", "'apim-a','apim-c'"), lists, before);
    assertThat(after.bindings()).isEqualTo(before);
    assertThat(after.findings())
        .containsExactly(
            new Finding(
                GROUP,
                "its services could not be listed, so what was discovered there stays: no",
                "wait"));

    lists.remove(GROUP);
    assertThat(Discovered.of(configuration("", "'apim-a','apim-c'"), lists, before).bindings())
        .isEqualTo(before);
    assertThat(Discovered.of(configuration("", "'apim-c'"), lists, before).bindings())
        .extracting(Binding::service)
        .containsExactly(C);
  }

  @Test
  void aCompleteListWithoutTheServiceOrItsTagEndsTheBinding() {
    lists(GROUP, tagged(A));
    List<Binding> before = look("'apim-a'").bindings();
    lists(GROUP);

    assertThat(Discovered.of(configuration("", "'apim-a'"), lists, before).bindings()).isEmpty();
    lists(GROUP, new TaggedService(A, Map.of()));
    assertThat(Discovered.of(configuration("", "'apim-a'"), lists, before).bindings()).isEmpty();
  }

  @Test
  void namesAreShortUniqueAndTheSameAtEveryLook() {
    ResourceId longName = service(GROUP.value(), "apim-" + "x".repeat(45));
    lists(GROUP, tagged(A), tagged(longName));
    String services = "'apim-a','" + longName.name() + "'";
    Configuration taken =
        configuration(
            "{'name':'Discovered-apim-a','service':'%s','gateway':'%s'}".formatted(C, GATEWAY),
            services);

    List<Binding> bindings = Discovered.of(taken, lists, List.of()).bindings();

    assertThat(bindings).extracting(Binding::name).doesNotHaveDuplicates();
    assertThat(bindings)
        .allSatisfy(
            binding -> assertThat(binding.name()).matches("discovered-apim-[a-z-]*-[0-9a-f]{8}"))
        .isEqualTo(Discovered.of(taken, lists, bindings).bindings());
    assertThat(bindings).allSatisfy(b -> assertThat(b.name()).hasSizeLessThanOrEqualTo(40));
  }

  @Test
  void withoutDiscoveryThereIsNone() {
    lists(GROUP, tagged(A));

    assertThat(
            Discovered.of(new Configuration(List.of(), Optional.empty()), lists, List.of())
                .bindings())
        .isEmpty();
  }

  private void lists(ResourceId scope, TaggedService... services) {
    lists.put(scope, Reading.known(List.of(services)));
  }

  private static Reading<List<TaggedService>> unread() {
    return Reading.unread(ReadFailure.of(ReadFailure.Kind.FORBIDDEN, "no", "wait"));
  }

  private static TaggedService tagged(ResourceId service) {
    return new TaggedService(service, Map.of("lockstep-gateway", GATEWAY));
  }

  private Discovered look(String services) {
    return Discovered.of(configuration("", services), lists, List.of());
  }

  private static Configuration configuration(String bindings, String services) {
    return Configuration.parse(
        """
        {'bindings':[%s],'discovery':{'scopes':['%s','%s'],'services':[%s],'frontend':'private'}}
        """
            .formatted(bindings, GROUP, OTHER, services)
            .replace('\'', '"'),
        "vault.azure.net");
  }

  private static ResourceId service(String group, String name) {
    return new ResourceId(group + "/providers/Microsoft.ApiManagement/service/" + name);
  }
}
