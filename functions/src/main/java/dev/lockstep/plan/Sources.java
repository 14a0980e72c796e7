package dev.lockstep.plan;

import dev.lockstep.model.ApimService;
import dev.lockstep.model.Binding;
import dev.lockstep.model.ReadFailure;
import dev.lockstep.model.Reading;
import java.util.Comparator;
import java.util.List;

/**
 * Decides for each binding whether its service can be believed. A gateway that is not of the v2
 * tier holds all of them.
 *
 * <pre>
 * service            | owned something | confirmed | source   | finding
 * -------------------+-----------------+-----------+----------+------------------------
 * not read           | any             | no        | held     | serviceUnreadable
 * 404                | any             | yes       | emptied  | -
 * not settled        | any             | any       | held     | serviceUnsettled
 * no custom name     | yes             | no        | held     | sourceEmpty
 * no custom name     | yes             | yes       | emptied  | -
 * no custom name     | no              | any       | held     | warning noCustomHost
 * no private address,| any             | any       | held     | addressUnknown
 * internal mode      |                 |           |          |
 * no private address,| any             | any       | held     | serviceWithoutAddress
 * another mode       |                 |           |          |
 * else               | any             | any       | complete | -
 * </pre>
 */
final class Sources {
  private final PlanInput input;
  private final Estate estate;
  private final Findings findings;

  private Sources(PlanInput input, Estate estate, Findings findings) {
    this.input = input;
    this.estate = estate;
    this.findings = findings;
  }

  /** The sources in the order of the bindings' names. */
  static List<Source> of(PlanInput input, Estate estate, Findings findings) {
    Sources sources = new Sources(input, estate, findings);
    return input.bindings().stream()
        .sorted(Comparator.comparing(Binding::name))
        .map(sources::of)
        .toList();
  }

  private Source of(Binding binding) {
    String tier = estate.document().properties().path("sku").path("tier").asText("_v2");
    if (!tier.endsWith("_v2")) {
      findings.block(
          BlockCode.GATEWAY_TIER,
          binding,
          estate.document().id().name() + " is of tier " + tier,
          "migrate the gateway to Standard_v2 or WAF_v2");
      return new Source.Held(binding);
    }
    Reading<ApimService> reading = input.observation().services().get(binding.service());
    if (reading == null) {
      findings.block(
          BlockCode.SERVICE_UNREADABLE,
          binding,
          "nothing was read of " + binding.service(),
          "look again; its elements stay as they are");
      return new Source.Held(binding);
    }
    if (reading instanceof Reading.Known<ApimService> known) {
      return of(binding, known.value());
    }
    ReadFailure failure = reading.asFailure().orElseThrow();
    if (failure.kind() == ReadFailure.Kind.NOT_FOUND && confirmed()) {
      return new Source.Emptied(binding);
    }
    findings.block(BlockCode.SERVICE_UNREADABLE, binding, failure.message(), failure.remedy());
    return new Source.Held(binding);
  }

  private Source of(Binding binding, ApimService service) {
    if (!service.isSettled()) {
      findings.block(
          BlockCode.SERVICE_UNSETTLED,
          binding,
          service.id().name() + " is " + service.provisioningState(),
          "wait until its provisioningState is Succeeded; its elements stay as they are");
      return new Source.Held(binding);
    }
    service
        .unknownTypes()
        .forEach(
            type ->
                findings.warn(
                    WarningCode.UNKNOWN_ENDPOINT_TYPE,
                    binding.name(),
                    service.id().name()
                        + " lists a host name of type '"
                        + type
                        + "', which this version does not know and ignores"));
    if (service.endpoints().stream().allMatch(e -> e.builtIn())) {
      return empty(binding, service);
    }
    if (service.privateAddresses().isEmpty()) {
      withoutAddress(binding, service);
      return new Source.Held(binding);
    }
    return new Source.Complete(binding, service);
  }

  private void withoutAddress(Binding binding, ApimService service) {
    boolean comes = service.virtualNetworkType().equalsIgnoreCase("Internal");
    findings.block(
        comes ? BlockCode.ADDRESS_UNKNOWN : BlockCode.SERVICE_WITHOUT_ADDRESS,
        binding,
        service.id().name()
            + " has no private address"
            + (comes ? " yet" : "")
            + " (virtual network type "
            + service.virtualNetworkType()
            + ")",
        comes
            ? "wait until it has its address; its elements stay as they are"
            : "put the service into internal mode");
  }

  private Source empty(Binding binding, ApimService service) {
    if (Published.hosts(estate, input.instance(), binding).isEmpty()) {
      findings.warn(
          WarningCode.NO_CUSTOM_HOST,
          binding.name(),
          service.id().name() + " lists no custom host name; add one to publish it");
      return new Source.Held(binding);
    }
    if (confirmed()) {
      return new Source.Emptied(binding);
    }
    findings.block(
        BlockCode.SOURCE_EMPTY,
        binding,
        service.id().name() + " lists no custom host name any more; what was published stays",
        Removals.CONFIRM);
    return new Source.Held(binding);
  }

  private boolean confirmed() {
    return input.confirmation() == Confirmation.REMOVALS;
  }
}
