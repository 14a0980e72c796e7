package dev.lockstep.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.guard.Guards;
import dev.lockstep.model.Certificate;
import dev.lockstep.model.Endpoint;
import dev.lockstep.model.HostCertificates;
import dev.lockstep.model.Reading;
import dev.lockstep.trust.Authority;
import dev.lockstep.trust.Pool;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every mixture of chains that services present, or will. */
class TrustPlanProperties {
  private static final int TRIES = 40;
  private static final List<String> HOSTS =
      List.of("a.contoso.com", "b.contoso.com", "c.contoso.com");
  private static final List<Authority> ROOTS =
      List.of(Authority.root("One"), Authority.root("Two"), Authority.root("Public"));
  private static final Authority PUBLIC = ROOTS.get(2);
  private static final Map<String, List<Certificate>> LEAVES = leaves();

  /**
   * What is seen of one host name.
   *
   * @param presented index of the root of what is presented; -1 when nobody answers
   * @param newest index of the root of the newest
   * @param known whether the root of the newest can be found out
   */
  record Sight(int presented, int newest, boolean known) {
    HostCertificates of(String host) {
      Certificate leaf = LEAVES.get(host).get(newest);
      Reading<List<Certificate>> chain =
          presented < 0
              ? Seen.silent()
              : Reading.known(
                  List.of(LEAVES.get(host).get(presented), ROOTS.get(presented).certificate()));
      return Seen.of(
          chain, Seen.newest(leaf), known ? List.of(ROOTS.get(newest).certificate()) : List.of());
    }

    /** The private root of what is presented, if any. */
    Optional<Certificate> needed() {
      return presented < 0 || presented == 2
          ? Optional.empty()
          : Optional.of(ROOTS.get(presented).certificate());
    }
  }

  /**
   * A gateway with one more root of somebody else.
   *
   * @param first what is seen at first, host by host
   * @param then what is seen later
   * @param others indices of roots that others have uploaded
   */
  record World(List<Sight> first, List<Sight> then, Set<Integer> others) {
    Estates estates() {
      Estates estates =
          Estates.contoso()
              .publicRoots(Pool.of(List.of(PUBLIC.parsed())))
              .lists(Estates.SERVICE, HOSTS.stream().map(Estates::proxy).toArray(Endpoint[]::new));
      others.forEach(
          index ->
              estates.colleague(
                  gateway -> upload(gateway, "root-of-others-" + index, ROOTS.get(index))));
      return see(estates, first);
    }
  }

  @Provide
  Arbitrary<World> worlds() {
    Arbitrary<Sight> sight =
        Combinators.combine(
                Arbitraries.integers().between(-1, 2),
                Arbitraries.integers().between(0, 2),
                Arbitraries.of(true, false))
            .as(Sight::new);
    return Combinators.combine(
            sight.list().ofSize(HOSTS.size()),
            sight.list().ofSize(HOSTS.size()),
            Arbitraries.of(0, 1, 2).set().ofMaxSize(2))
        .as(World::new);
  }

  @Property(tries = TRIES)
  void appliedThenPlannedIsEmptyAndTheGuardsAgree(
      @ForAll("worlds") World world, @ForAll boolean keeps) {
    Estates estates = world.estates();
    estates.keepsRoots = keeps;
    for (List<Sight> seen : List.of(world.first(), world.then())) {
      see(estates, seen);
      Plan plan = estates.plan();
      assertThat(Guards.check(plan, estates.input())).isEmpty();
      estates.apply(plan);

      assertThat(estates.plan().changes()).isEmpty();
    }
  }

  @Property(tries = TRIES)
  void theOrderOfHostsRootsAndCertificatesDoesNotMatter(
      @ForAll("worlds") World world, @ForAll long seed) {
    Random random = new Random(seed);
    Estates straight = see(world.estates().converged(), world.then());
    Estates shuffled = see(world.estates().converged(), world.then());
    for (String collection :
        List.of("trustedRootCertificates", "backendHttpSettingsCollection", "httpListeners")) {
      shuffle(shuffled.gateway, collection, random);
    }
    for (int i = 0; i < HOSTS.size(); i++) {
      HostCertificates seen = world.then().get(i).of(HOSTS.get(i));
      List<Certificate> pool = new ArrayList<>(seen.pool());
      ROOTS.forEach(root -> pool.addAll(List.of(root.certificate())));
      Collections.shuffle(pool, random);
      List<Certificate> again = new ArrayList<>(pool);
      Collections.shuffle(again, random);
      straight.seen(HOSTS.get(i), with(seen, pool));
      shuffled.seen(HOSTS.get(i), with(seen, again));
    }

    assertThat(shuffled.plan().hash()).isEqualTo(straight.plan().hash());
    assertThat(shuffled.plan().changes()).isEqualTo(straight.plan().changes());
    assertThat(shuffled.plan().warnings()).isEqualTo(straight.plan().warnings());
  }

  @Property(tries = TRIES)
  void rootsOfOthersStayAndEqualOnesAreNotUploadedTwice(@ForAll("worlds") World world) {
    Estates estates = world.estates();
    List<String> before = foreign(estates);

    see(estates.converged(), world.then()).converged();

    assertThat(foreign(estates)).isEqualTo(before);
    List<String> uploaded = new ArrayList<>();
    roots(estates).forEach(root -> uploaded.add(root.at("/properties/data").asText()));
    world
        .others()
        .forEach(
            index ->
                assertThat(Collections.frequency(uploaded, ROOTS.get(index).certificate().der()))
                    .isEqualTo(1));
  }

  /** Listed roots may count alone: so either none is listed, or that of every chain is. */
  @Property(tries = TRIES)
  void noSettingLosesARootThatIsPresented(@ForAll("worlds") World world, @ForAll boolean keeps) {
    Estates estates = world.estates();
    estates.keepsRoots = keeps;
    for (List<Sight> seen : List.of(world.first(), world.then())) {
      Map<String, Set<String>> before = listed(estates);
      see(estates, seen).converged();
      Map<String, Set<String>> after = listed(estates);
      for (int i = 0; i < HOSTS.size(); i++) {
        String host = HOSTS.get(i);
        Set<String> now = after.get(host);
        Optional<String> needed = seen.get(i).needed().map(Certificate::der);
        if (needed.filter(before.getOrDefault(host, Set.of())::contains).isPresent()) {
          assertThat(now).contains(needed.get());
        }
        if (!now.isEmpty() && seen.get(i).presented() >= 0 && seen.get(i).known()) {
          assertThat(now)
              .contains(ROOTS.get(seen.get(i).presented()).certificate().der())
              .contains(ROOTS.get(seen.get(i).newest()).certificate().der());
        }
      }
    }
  }

  @Property(tries = TRIES)
  void whereARootIsNotKnownTheSettingStaysAsItIs(@ForAll("worlds") World world) {
    Estates estates = world.estates().converged();
    Map<String, Set<String>> before = listed(estates);
    Plan plan = see(estates, world.then()).plan();
    estates.apply(plan);
    Map<String, Set<String>> after = listed(estates);

    for (String host : HOSTS) {
      boolean undetermined =
          plan.warnings().stream()
              .anyMatch(
                  warning ->
                      warning.code().equals("trustUndetermined")
                          && warning.message().startsWith(host));
      if (undetermined) {
        assertThat(after.get(host)).isEqualTo(before.get(host));
      }
    }
  }

  @Property(tries = TRIES)
  void whileCertificatesAreRenewedNoRootLeavesUnlessNoneIsKnown(@ForAll("worlds") World world) {
    Estates estates = world.estates().converged();
    Map<String, Set<String>> before = listed(estates);
    estates.keepsRoots = true;
    see(estates, world.then()).converged();

    listed(estates)
        .forEach(
            (host, now) -> {
              if (!now.isEmpty()) {
                assertThat(now).containsAll(before.get(host));
              }
            });
  }

  private static HostCertificates with(HostCertificates seen, List<Certificate> pool) {
    return new HostCertificates(
        seen.presented(), seen.newest(), seen.chain(), seen.served(), pool, seen.gaps());
  }

  private static Estates see(Estates estates, List<Sight> sights) {
    for (int i = 0; i < HOSTS.size(); i++) {
      estates.seen(HOSTS.get(i), sights.get(i).of(HOSTS.get(i)));
    }
    return estates;
  }

  private static Map<String, List<Certificate>> leaves() {
    Map<String, List<Certificate>> leaves = new TreeMap<>();
    HOSTS.forEach(
        host -> leaves.put(host, ROOTS.stream().map(root -> root.leaf(host, 400)).toList()));
    return leaves;
  }

  private static void upload(ObjectNode gateway, String name, Authority root) {
    gateway
        .withObjectProperty("properties")
        .withArrayProperty("trustedRootCertificates")
        .addObject()
        .put("name", name)
        .put("id", gateway.path("id").asText() + "/trustedRootCertificates/" + name)
        .putObject("properties")
        .put("data", root.certificate().der());
  }

  private static void shuffle(ObjectNode gateway, String collection, Random random) {
    var array = gateway.withObjectProperty("properties").withArrayProperty(collection);
    List<JsonNode> elements = new ArrayList<>();
    array.forEach(elements::add);
    Collections.shuffle(elements, random);
    array.removeAll().addAll(elements);
  }

  private static JsonNode roots(Estates estates) {
    return estates.gateway.path("properties").path("trustedRootCertificates");
  }

  /** Name and content; who refers to it is the gateway's to say. */
  private static List<String> foreign(Estates estates) {
    List<String> foreign = new ArrayList<>();
    roots(estates)
        .forEach(
            root -> {
              if (!root.path("name").asText().startsWith("ls-")) {
                JsonNode properties = root.path("properties");
                foreign.add(
                    root.path("name").asText()
                        + properties.path("data").asText()
                        + properties.path("keyVaultSecretId").asText());
              }
            });
    return foreign;
  }

  /** The certificates that the setting of each host name lists, by DER. */
  private static Map<String, Set<String>> listed(Estates estates) {
    Map<String, Set<String>> listed = new TreeMap<>();
    HOSTS.forEach(host -> listed.put(host, new HashSet<>()));
    for (JsonNode setting :
        estates.gateway.path("properties").path("backendHttpSettingsCollection")) {
      Set<String> of = listed.get(setting.at("/properties/hostName").asText());
      if (of != null && setting.path("name").asText().startsWith("ls-")) {
        for (JsonNode reference : setting.at("/properties/trustedRootCertificates")) {
          for (JsonNode root : roots(estates)) {
            if (reference.path("id").asText().endsWith("/" + root.path("name").asText())) {
              of.add(root.at("/properties/data").asText());
            }
          }
        }
      }
    }
    return listed;
  }
}
