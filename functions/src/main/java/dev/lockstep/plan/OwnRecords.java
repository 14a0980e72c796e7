package dev.lockstep.plan;

import dev.lockstep.desire.OwnerMark;
import dev.lockstep.model.HostName;
import dev.lockstep.model.Observation;
import dev.lockstep.model.OwnerRecord.Owned;
import dev.lockstep.model.Reading;
import dev.lockstep.model.RecordSet;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.Zone;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The zones as if the record sets of some host names were ours already. Record sets are adopted by
 * their own metadata, not by the owner record: with the elements in view, a record that somebody
 * made by hand must not hide what the next plan would do.
 */
final class OwnRecords {
  private OwnRecords() {}

  static Observation assumed(PlanInput input, Collection<Owned> adopted) {
    Map<ResourceId, Reading<Zone>> zones = new HashMap<>(input.observation().zones());
    zones.replaceAll(
        (id, reading) ->
            reading
                .asValue()
                .map(zone -> Reading.known(assumed(input, zone, adopted)))
                .orElse(reading));
    return input.observation().withZones(zones);
  }

  private static Zone assumed(PlanInput input, Zone zone, Collection<Owned> adopted) {
    List<RecordSet> records =
        zone.records().stream()
            .map(
                record ->
                    adopted.stream()
                        .filter(
                            entry -> entry.host().filter(h -> isOf(record, h, zone)).isPresent())
                        .map(
                            entry ->
                                record.withMetadata(
                                    new OwnerMark(entry.service(), input.instance())
                                        .on(record.metadata())))
                        .findFirst()
                        .orElse(record))
            .toList();
    return new Zone(zone.id(), records);
  }

  private static boolean isOf(RecordSet record, HostName host, Zone zone) {
    return record.type().equals("A")
        && !record.autoRegistered()
        && host.isWithin(zone.name())
        && host.relativeTo(zone.name()).equalsIgnoreCase(record.name());
  }

  /** How a person makes the record sets ours that somebody made by hand, one command each. */
  static List<String> commands(PlanInput input, Collection<Owned> adopted) {
    Map<ResourceId, Reading<Zone>> assumed = assumed(input, adopted).zones();
    List<String> commands = new ArrayList<>();
    input.observation().zones().values().stream()
        .flatMap(reading -> reading.asValue().stream())
        .sorted(Comparator.comparing(zone -> zone.id().key()))
        .forEach(
            zone ->
                assumed.get(zone.id()).asValue().orElseThrow().records().stream()
                    .filter(record -> !zone.records().contains(record))
                    .forEach(record -> commands.add(command(zone, record))));
    return commands;
  }

  // Microsoft Learn, "az network private-dns record-set a" and "az network dns record-set a".
  private static String command(Zone zone, RecordSet record) {
    return "az network "
        + (zone.isPrivate() ? "private-dns" : "dns")
        + " record-set a update --resource-group "
        + zone.id().resourceGroup().orElse("")
        + " --zone-name "
        + zone.name()
        + " --name "
        + record.name()
        + " --metadata "
        + String.join(
            " ",
            new TreeMap<>(record.metadata())
                .entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
  }
}
