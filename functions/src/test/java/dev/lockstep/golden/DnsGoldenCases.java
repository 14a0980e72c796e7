package dev.lockstep.golden;

import static dev.lockstep.plan.DnsEstates.PUBLIC_IP;
import static dev.lockstep.plan.DnsEstates.PUBLIC_ZONE;
import static dev.lockstep.plan.DnsEstates.alias;
import static dev.lockstep.plan.DnsEstates.bare;
import static dev.lockstep.plan.DnsEstates.byAddress;
import static dev.lockstep.plan.DnsEstates.byName;
import static dev.lockstep.plan.DnsEstates.dns;
import static dev.lockstep.plan.DnsEstates.foreign;
import static dev.lockstep.plan.DnsEstates.marked;
import static dev.lockstep.plan.DnsEstates.neighbour;
import static dev.lockstep.plan.DnsEstates.onPrivateFrontend;
import static dev.lockstep.plan.DnsEstates.ours;
import static dev.lockstep.plan.DnsEstates.records;
import static dev.lockstep.plan.DnsEstates.split;
import static dev.lockstep.plan.DnsEstates.unread;
import static dev.lockstep.plan.Estates.SERVICE;
import static dev.lockstep.plan.Estates.ZONE;
import static dev.lockstep.plan.Estates.service;
import static dev.lockstep.plan.Estates.zone;

import dev.lockstep.model.DeleteCap;
import dev.lockstep.model.DeletePolicy;
import dev.lockstep.model.PrivateDns;
import dev.lockstep.model.PublicDns;
import dev.lockstep.model.Reading;
import dev.lockstep.model.RecordSet;
import dev.lockstep.model.ResourceId;
import dev.lockstep.plan.DnsEstates;
import dev.lockstep.plan.Estates;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What becomes of record sets, on a gateway that is as it should be. */
final class DnsGoldenCases {
  private static final ResourceId LONGER = zone("api.contoso.com");

  private DnsGoldenCases() {}

  static SortedMap<String, Supplier<Estates>> all() {
    SortedMap<String, Supplier<Estates>> cases = new TreeMap<>();
    cases.put("dns-split-horizon", () -> split(bare(), PrivateDns.SERVICE, PublicDns.FRONTEND));
    cases.put("dns-public-alias", () -> split(byName(), PrivateDns.SERVICE, PublicDns.ALIAS));
    cases.put(
        "dns-alias-becomes-an-address",
        () ->
            records(
                split(byName(), PrivateDns.SERVICE, PublicDns.FRONTEND),
                PUBLIC_ZONE,
                alias("api", PUBLIC_IP)));
    cases.put("dns-public-address-unreadable", DnsGoldenCases::unreadableAddress);
    cases.put(
        "dns-public-zone-unreadable-blocks-its-record-alone",
        () -> unread(split(bare(), PrivateDns.SERVICE, PublicDns.FRONTEND), PUBLIC_ZONE));
    cases.put(
        "dns-public-zone-that-nobody-uses",
        () -> split(byName(), PrivateDns.SERVICE, PublicDns.NONE));
    cases.put(
        "dns-apex-of-the-longest-zone",
        () ->
            dns(
                records(bare().with(b -> b.zones(ZONE, LONGER)), LONGER),
                PrivateDns.SERVICE,
                PublicDns.NONE));
    cases.put(
        "dns-longer-zone-takes-over",
        () -> records(byName().with(b -> b.zones(LONGER, ZONE)), LONGER));
    cases.put(
        "dns-longer-zone-has-something-in-the-way",
        () ->
            records(
                byAddress().with(b -> b.zones(LONGER, ZONE)),
                LONGER,
                foreign("@", "A", "10.9.9.9")));
    cases.put("dns-two-zones-of-one-name", DnsGoldenCases::twoNetworks);
    cases.put(
        "dns-from-the-service-to-the-frontend",
        () -> dns(onPrivateFrontend(), PrivateDns.FRONTEND, PublicDns.NONE));
    cases.put(
        "dns-no-private-frontend-to-lead-to",
        () -> dns(byAddress(), PrivateDns.FRONTEND, PublicDns.NONE));
    cases.put("dns-none-any-more", () -> dns(byAddress(), PrivateDns.NONE, PublicDns.NONE));
    cases.put(
        "dns-none-any-more-but-a-pool-goes-by-the-name",
        () -> dns(byName(), PrivateDns.NONE, PublicDns.NONE));
    cases.put(
        "dns-none-any-more-kept-by-policy",
        () ->
            dns(
                byAddress().with(b -> b.policy(DeletePolicy.UPSERT_ONLY, new DeleteCap(5, 50))),
                PrivateDns.NONE,
                PublicDns.NONE));
    cases.put(
        "dns-another-gateway-still-wants-the-record",
        () ->
            neighbour(
                dns(byAddress(), PrivateDns.NONE, PublicDns.NONE),
                PrivateDns.SERVICE,
                PublicDns.NONE));
    cases.put(
        "dns-two-gateways-agree",
        () ->
            neighbour(
                dns(bare(), PrivateDns.SERVICE, PublicDns.NONE),
                PrivateDns.SERVICE,
                PublicDns.NONE));
    cases.put(
        "dns-two-gateways-disagree",
        () ->
            neighbour(
                dns(onPrivateFrontend(), PrivateDns.FRONTEND, PublicDns.NONE),
                PrivateDns.FRONTEND,
                PublicDns.NONE));
    cases.put(
        "dns-pool-would-find-its-own-gateway",
        () -> {
          Estates estates = onPrivateFrontend();
          estates.with(b -> b.options(dev.lockstep.model.EndpointOptions.DEFAULT));
          return dns(estates, PrivateDns.FRONTEND, PublicDns.NONE);
        });
    cases.put(
        "dns-foreign-wildcard-leads-to-the-gateway",
        () ->
            dns(byName(), PrivateDns.NONE, PublicDns.NONE)
                .records(foreign("*", "A", "10.0.0.200")));
    cases.put("dns-registered-by-azure", () -> inTheWay(registered()));
    cases.put(
        "dns-record-of-another-service",
        () -> inTheWay(marked("api", service("apim-other"), "lockstep", "10.0.1.5")));
    cases.put(
        "dns-record-of-another-instance",
        () -> inTheWay(marked("API", SERVICE, "blue", "10.0.1.5")));
    cases.put(
        "dns-aaaa-and-txt-are-not-in-the-way",
        () -> inTheWay(foreign("api", "AAAA"), foreign("api", "TXT")));
    cases.put("dns-our-empty-record-set-is-filled", () -> inTheWay(ours("api")));
    cases.put("dns-name-is-delegated", DnsGoldenCases::delegated);
    return cases;
  }

  private static Estates inTheWay(RecordSet... records) {
    return dns(bare().records(records), PrivateDns.SERVICE, PublicDns.NONE);
  }

  private static Estates unreadableAddress() {
    Estates estates = split(bare(), PrivateDns.SERVICE, PublicDns.FRONTEND);
    estates.publicAddresses.put(PUBLIC_IP, Reading.unread(DnsEstates.DENIED));
    return estates;
  }

  private static Estates twoNetworks() {
    ResourceId hub = new ResourceId(ZONE.value().replace("rg-edge", "rg-hub"));
    return records(byName().with(b -> b.zones(ZONE, hub)), hub);
  }

  private static Estates delegated() {
    Estates estates = split(byName(), PrivateDns.SERVICE, PublicDns.FRONTEND);
    return records(estates, PUBLIC_ZONE, foreign("@", "NS"), foreign("API", "NS"));
  }

  private static RecordSet registered() {
    return new RecordSet(
        "api", "A", 10, List.of("10.0.7.7"), Optional.empty(), Map.of(), true, Optional.of("e"));
  }
}
