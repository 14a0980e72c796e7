package dev.lockstep.plan;

import dev.lockstep.desire.ElementNames;
import dev.lockstep.desire.Kind;
import dev.lockstep.model.Binding;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.GatewayDocument.Element;
import dev.lockstep.model.HostName;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.Zone;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Warns of what nobody looks after. Nothing of it is ever changed. */
final class Leftovers {
  private Leftovers() {}

  static void report(PlanInput input, Estate estate, Findings findings) {
    orphaned(input, estate, findings);
    bindingGone(input, estate, findings);
    input.bindings().stream()
        .filter(binding -> !binding.withdrawn().isEmpty())
        .forEach(binding -> withdrawn(binding, findings));
    ManagedBy.report(estate.document(), findings);
    PinnedByOthers.report(input, estate, findings);
    input.bindings().stream()
        .filter(binding -> !ZoneKind.PUBLIC.isWantedBy(binding.dns()))
        .forEach(binding -> unusedPublicZones(binding, findings));
  }

  private static void unusedPublicZones(Binding binding, Findings findings) {
    binding.zones().stream()
        .filter(zone -> zone.isOfType(Zone.PUBLIC))
        .forEach(
            zone ->
                findings.warn(
                    WarningCode.PUBLIC_ZONE,
                    binding.name(),
                    "public zone "
                        + zone.name()
                        + " gets no record, because dns.public is none; set it to frontend or"
                        + " alias, or take the zone out"));
  }

  private static void withdrawn(Binding binding, Findings findings) {
    String what =
        binding.withdrawn().all()
            ? "everything of " + binding.service().name()
            : binding.withdrawn().hosts().stream()
                .map(HostName::value)
                .collect(Collectors.joining(", "));
    findings.warn(
        WarningCode.WITHDRAWN,
        binding.name(),
        what + " is withdrawn and not published, whatever the service lists; undo it with publish");
  }

  private static void orphaned(PlanInput input, Estate estate, Findings findings) {
    List<ElementNames> names = Whose.names(input.instance(), input.bindings());
    List<String> orphans =
        Arrays.stream(Kind.values())
            .flatMap(kind -> estate.foreign(kind.collection()).stream())
            .map(Element::key)
            .filter(
                key -> Whose.of(key, estate.owned(), estate.document(), names) == Whose.ORPHANED)
            .map(ElementKey::toString)
            .sorted()
            .toList();
    if (!orphans.isEmpty()) {
      findings.warn(
          WarningCode.ORPHANED,
          "",
          "named like ours, but not in the owner record: "
              + String.join(", ", orphans)
              + "; adopt them, or remove by hand what nothing uses");
    }
  }

  private static void bindingGone(PlanInput input, Estate estate, Findings findings) {
    Set<ResourceId> bound =
        input.bindings().stream().map(Binding::service).collect(Collectors.toSet());
    Set<String> gone = new TreeSet<>();
    estate.owned().elements().values().stream()
        .map(owned -> owned.service())
        .filter(service -> !bound.contains(service))
        .forEach(service -> gone.add(service.key()));
    gone.forEach(
        service ->
            findings.warn(
                WarningCode.BINDING_GONE,
                "",
                "elements made for "
                    + service
                    + " are kept, though no binding names it; bring the binding back, or remove"
                    + " them by hand"));
  }
}
