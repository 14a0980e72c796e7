package dev.lockstep.plan;

import dev.lockstep.model.HostName;
import dev.lockstep.model.InstanceId;
import dev.lockstep.model.ResourceId;
import dev.lockstep.plan.Published.OwnRecord;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The host names that we have published and that a complete read no longer names. */
final class MissingHosts {
  private MissingHosts() {}

  /** Of one source; none when the source cannot be believed. */
  static NavigableSet<HostName> of(Source source, Estate estate, InstanceId instance) {
    if (source instanceof Source.Emptied emptied) {
      return Published.hosts(estate, instance, emptied.binding());
    }
    NavigableSet<HostName> missing = new TreeSet<>();
    if (source instanceof Source.Complete complete) {
      ResourceId service = complete.binding().service();
      missing.addAll(Published.onGateway(estate, service));
      complete.chosen().forEach(endpoint -> missing.remove(endpoint.host()));
      // A record of a host name that the service still lists may be wanted by a binding of another
      // gateway, which this plan cannot see.
      Published.inZones(estate, instance, complete.binding()).stream()
          .map(OwnRecord::host)
          .filter(host -> !complete.listed().contains(host))
          .forEach(missing::add);
    }
    return missing;
  }
}
