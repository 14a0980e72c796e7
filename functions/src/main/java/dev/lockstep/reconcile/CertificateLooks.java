package dev.lockstep.reconcile;

import dev.lockstep.desire.ServiceAddresses;
import dev.lockstep.model.ApimService;
import dev.lockstep.model.ApimService.Region;
import dev.lockstep.model.Binding;
import dev.lockstep.model.Certificate;
import dev.lockstep.model.Endpoint;
import dev.lockstep.model.EndpointPolicy;
import dev.lockstep.model.HostCertificates;
import dev.lockstep.model.HostCertificates.Look;
import dev.lockstep.model.HostName;
import dev.lockstep.model.Observation;
import dev.lockstep.model.Reading;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultCertificate;
import dev.lockstep.port.CertificateSources;
import dev.lockstep.port.Tasks;
import dev.lockstep.reconcile.ListenerPlaces.Frontend;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Looks at the certificates of every host name that is to be published, all at once. Servers are
 * only asked at addresses that the service or the gateway reports.
 */
final class CertificateLooks {
  private static final int HTTPS = 443;

  private final CertificateSources sources;
  private final Tasks tasks;
  private final Unreachable unreachable;

  CertificateLooks(CertificateSources sources, Tasks tasks, Unreachable unreachable) {
    this.sources = sources;
    this.tasks = tasks;
    this.unreachable = unreachable;
  }

  /** One endpoint with what is to be asked about it. */
  private record Wish(
      HostName host,
      Map<CertificateQuery.Tls, String> presented,
      Optional<SecretId> secret,
      Optional<SecretId> upcoming,
      boolean chain,
      Map<CertificateQuery.Tls, String> served,
      Optional<CertificateQuery.Bundle> bundle) {
    Set<CertificateQuery> queries() {
      Set<CertificateQuery> all = new LinkedHashSet<>(presented.keySet());
      all.addAll(served.keySet());
      secret.map(CertificateQuery.Newest::new).ifPresent(all::add);
      upcoming.map(CertificateQuery.Newest::new).ifPresent(all::add);
      upcoming.filter(id -> chain).map(CertificateQuery.Chain::new).ifPresent(all::add);
      bundle.ifPresent(all::add);
      return all;
    }
  }

  /**
   * What is seen, by host name.
   *
   * @param seen everything else that was read
   * @param publicAddresses reads the addresses of public IPs that nobody has read yet
   */
  Map<HostName, HostCertificates> at(
      List<Binding> bindings,
      Observation seen,
      Function<List<ResourceId>, Map<ResourceId, Reading<String>>> publicAddresses) {
    ListenerPlaces places = new ListenerPlaces(seen);
    Map<HostName, List<Frontend>> frontends = new HashMap<>();
    Set<ResourceId> unknown = new LinkedHashSet<>();
    forEach(
        bindings,
        seen,
        (binding, service, endpoint) -> {
          List<Frontend> ofHost = places.of(endpoint.host());
          frontends.put(endpoint.host(), ofHost);
          ofHost.forEach(frontend -> frontend.publicIp().ifPresent(unknown::add));
        });
    unknown.removeAll(seen.publicAddresses().keySet());
    Map<ResourceId, Reading<String>> addresses = new HashMap<>(seen.publicAddresses());
    addresses.putAll(publicAddresses.apply(List.copyOf(unknown)));
    List<Wish> wishes = new ArrayList<>();
    forEach(
        bindings,
        seen,
        (binding, service, endpoint) ->
            wishes.add(
                wish(binding, service, endpoint, frontends.get(endpoint.host()), addresses)));
    return collect(wishes);
  }

  @FunctionalInterface
  private interface Visitor {
    void visit(Binding binding, ApimService service, Endpoint endpoint);
  }

  private static void forEach(List<Binding> bindings, Observation seen, Visitor visitor) {
    for (Binding binding : bindings) {
      Optional.ofNullable(seen.services().get(binding.service()))
          .flatMap(Reading::asValue)
          .ifPresent(
              service ->
                  service.endpoints().stream()
                      .filter(binding::publishes)
                      .forEach(endpoint -> visitor.visit(binding, service, endpoint)));
    }
  }

  private static Wish wish(
      Binding binding,
      ApimService service,
      Endpoint endpoint,
      List<Frontend> frontends,
      Map<ResourceId, Reading<String>> addresses) {
    Map<CertificateQuery.Tls, String> presented = new LinkedHashMap<>();
    Map<CertificateQuery.Tls, String> served = new LinkedHashMap<>();
    serverName(binding, endpoint)
        .ifPresent(
            name -> {
              if (binding.trust().presentedChain()) {
                for (Region region : ServiceAddresses.regions(service, binding, endpoint.type())) {
                  region
                      .privateAddresses()
                      .forEach(
                          address ->
                              presented.put(
                                  new CertificateQuery.Tls(address, name), region.location()));
                }
              }
              frontends.forEach(
                  frontend ->
                      frontend
                          .address(addresses)
                          .ifPresent(
                              address ->
                                  served.put(
                                      new CertificateQuery.Tls(address, name), frontend.name())));
            });
    Optional<SecretId> secret =
        Optional.ofNullable(binding.certificates().get(endpoint.host()))
            .or(endpoint::secretId)
            .flatMap(SecretId::tryParse)
            .map(SecretId::versionless);
    return new Wish(
        endpoint.host(),
        presented,
        secret,
        // A service that names a version never presents another one.
        endpoint.secretId().flatMap(SecretId::tryParse),
        binding.trust().readChain(),
        served,
        binding.trust().bundle().map(CertificateQuery.Bundle::new));
  }

  /** A name that the service answers; the one that the probe asks for in place of a wildcard. */
  private static Optional<String> serverName(Binding binding, Endpoint endpoint) {
    if (!endpoint.host().isWildcard()) {
      return Optional.of(endpoint.host().value());
    }
    EndpointPolicy policy = binding.endpoints().get(endpoint.type());
    return policy.options().probeHost().map(HostName::value);
  }

  private Map<HostName, HostCertificates> collect(List<Wish> wishes) {
    Set<CertificateQuery> queries = new LinkedHashSet<>();
    wishes.forEach(wish -> queries.addAll(wish.queries()));
    if (queries.isEmpty()) {
      return Map.of();
    }
    List<CertificateQuery> asked = List.copyOf(queries);
    List<Object> answers =
        tasks.all(asked.stream().<Supplier<Object>>map(query -> () -> ask(query)).toList());
    Answers found = new Answers(new HashMap<>());
    for (int i = 0; i < asked.size(); i++) {
      found.all().put(asked.get(i), answers.get(i));
    }
    Map<HostName, HostCertificates> seen = new HashMap<>();
    // Two bindings that claim one host name are a finding of its own; the first one counts.
    wishes.forEach(wish -> seen.putIfAbsent(wish.host(), found.of(wish)));
    return seen;
  }

  private Object ask(CertificateQuery query) {
    if (query instanceof CertificateQuery.Tls tls) {
      return unreachable
          .lately(tls)
          .orElseGet(
              () -> {
                Reading<List<Certificate>> reading =
                    sources.tls().look(tls.address(), HTTPS, tls.serverName());
                unreachable.learn(tls, reading);
                return reading;
              });
    } else if (query instanceof CertificateQuery.Newest newest) {
      return sources.vault().certificate(newest.id());
    } else if (query instanceof CertificateQuery.Chain chain) {
      return sources.vault().chain(chain.id());
    }
    return new BundleReader(sources).read(((CertificateQuery.Bundle) query).bundle());
  }

  private record Answers(Map<CertificateQuery, Object> all) {
    HostCertificates of(Wish wish) {
      Optional<BundleReader.Read> bundle =
          wish.bundle().map(query -> (BundleReader.Read) all.get(query));
      return new HostCertificates(
          looks(wish.presented()),
          wish.secret().map(id -> newest(new CertificateQuery.Newest(id))),
          wish.upcoming().map(id -> newest(new CertificateQuery.Newest(id))),
          wish.upcoming()
              .filter(id -> wish.chain())
              .map(id -> chain(new CertificateQuery.Chain(id))),
          looks(wish.served()),
          bundle.map(BundleReader.Read::certificates).orElse(List.of()),
          bundle.map(BundleReader.Read::gaps).orElse(List.of()));
    }

    private List<Look> looks(Map<CertificateQuery.Tls, String> places) {
      List<Look> looks = new ArrayList<>();
      places.forEach((query, place) -> looks.add(new Look(place, query.address(), chain(query))));
      return looks;
    }

    // Which answer belongs to which query is ask()'s word.
    @SuppressWarnings("unchecked")
    private Reading<List<Certificate>> chain(CertificateQuery query) {
      return (Reading<List<Certificate>>) all.get(query);
    }

    @SuppressWarnings("unchecked")
    private Reading<VaultCertificate> newest(CertificateQuery.Newest query) {
      return (Reading<VaultCertificate>) all.get(query);
    }
  }
}
