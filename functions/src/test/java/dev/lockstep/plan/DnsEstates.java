package dev.lockstep.plan;

import static dev.lockstep.plan.Estates.GROUP;
import static dev.lockstep.plan.Estates.SERVICE;
import static dev.lockstep.plan.Estates.ZONE;
import static dev.lockstep.plan.Estates.proxy;

import dev.lockstep.desire.OwnerMark;
import dev.lockstep.model.Binding;
import dev.lockstep.model.DnsPolicy;
import dev.lockstep.model.EndpointOptions;
import dev.lockstep.model.PoolKind;
import dev.lockstep.model.PrivateDns;
import dev.lockstep.model.PublicDns;
import dev.lockstep.model.ReadFailure;
import dev.lockstep.model.Reading;
import dev.lockstep.model.RecordSet;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.Zone;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Worlds whose gateway is as it should be, so that a plan shows record sets alone. */
public final class DnsEstates {
  public static final ResourceId PUBLIC_ZONE =
      new ResourceId(GROUP + "Microsoft.Network/dnszones/contoso.com");
  public static final ResourceId PUBLIC_IP =
      new ResourceId(GROUP + "Microsoft.Network/publicIPAddresses/pip-agw");
  public static final ResourceId OTHER_GATEWAY =
      new ResourceId(GROUP + "Microsoft.Network/applicationGateways/agw-other");
  public static final EndpointOptions BY_ADDRESS =
      new EndpointOptions(
          PoolKind.ADDRESS,
          Optional.empty(),
          false,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false);
  public static final ReadFailure DENIED =
      ReadFailure.of(ReadFailure.Kind.FORBIDDEN, "403 from Azure", "assign the role");

  private DnsEstates() {}

  /** api.contoso.com is published by address on the public frontend, without any record set. */
  public static Estates bare() {
    return dns(onPools(BY_ADDRESS), PrivateDns.NONE, PublicDns.NONE).converged();
  }

  /** The same by host name, with its private record set. */
  public static Estates byName() {
    return onPools(EndpointOptions.DEFAULT).converged();
  }

  /** The same by address, with its private record set. */
  public static Estates byAddress() {
    return onPools(BY_ADDRESS).converged();
  }

  /** The same on the private frontend. */
  public static Estates onPrivateFrontend() {
    Estates estates = Estates.contoso();
    estates.with(
        b ->
            b.endpoints(
                Map.of(
                    dev.lockstep.model.EndpointType.PROXY,
                    Estates.policy(Estates.PRIVATE, "/status-0123456789abcdef", 30, 120)
                        .withOptions(BY_ADDRESS))));
    return estates.converged();
  }

  private static Estates onPools(EndpointOptions options) {
    return Estates.contoso().with(b -> b.options(options)).lists(SERVICE, proxy("api.contoso.com"));
  }

  public static Estates dns(Estates estates, PrivateDns inPrivate, PublicDns inPublic) {
    return estates.with(b -> b.dns(new DnsPolicy(inPrivate, inPublic)));
  }

  /** A public zone beside the private one, and a public IP that can be read. */
  public static Estates split(Estates estates, PrivateDns inPrivate, PublicDns inPublic) {
    estates.publicAddresses.put(PUBLIC_IP, Reading.known("20.50.10.30"));
    records(estates, PUBLIC_ZONE);
    estates.with(b -> b.zones(ZONE, PUBLIC_ZONE));
    return dns(estates, inPrivate, inPublic);
  }

  public static Estates records(Estates estates, ResourceId zone, RecordSet... records) {
    estates.zones.put(zone, Reading.known(new Zone(zone, List.of(records))));
    return estates;
  }

  public static Estates unread(Estates estates, ResourceId zone) {
    estates.zones.put(zone, Reading.unread(DENIED));
    return estates;
  }

  /** Another gateway before the same service, bound as ours is but for its name and gateway. */
  public static Estates neighbour(Estates estates, PrivateDns inPrivate, PublicDns inPublic) {
    estates.neighbours.add(
        neighbourOf(estates).with(new DnsPolicy(inPrivate, inPublic), List.of()));
    return estates;
  }

  static Binding neighbourOf(Estates estates) {
    Binding b = estates.bindings.get("contoso");
    return b.with(binding -> binding.name("other").gateway(OTHER_GATEWAY));
  }

  public static RecordSet foreign(String name, String type, String... addresses) {
    return record(name, type, Map.of(), addresses);
  }

  /** A record set with the mark of a service and instance. */
  public static RecordSet marked(
      String name, ResourceId service, String instance, String... addresses) {
    OwnerMark mark = new OwnerMark(service, new dev.lockstep.model.InstanceId(instance));
    return record(name, "A", mark.on(Map.of()), addresses);
  }

  public static RecordSet ours(String name, String... addresses) {
    return marked(name, SERVICE, "lockstep", addresses);
  }

  /** An alias of ours, which holds no addresses. */
  public static RecordSet alias(String name, ResourceId target) {
    RecordSet plain = ours(name);
    return new RecordSet(
        name,
        "A",
        300,
        List.of(),
        Optional.empty(),
        plain.metadata(),
        false,
        plain.etag(),
        Optional.of(target));
  }

  private static RecordSet record(
      String name, String type, Map<String, String> metadata, String... addresses) {
    return new RecordSet(
        name,
        type,
        300,
        List.of(addresses),
        type.equals("CNAME") ? Optional.of("elsewhere.example") : Optional.empty(),
        metadata,
        false,
        Optional.of("etag-" + name));
  }
}
