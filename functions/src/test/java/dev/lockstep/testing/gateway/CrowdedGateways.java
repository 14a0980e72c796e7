package dev.lockstep.testing.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.testing.gateway.SiteShape.Door;
import dev.lockstep.testing.gateway.SiteShape.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Gateways full of other people's sites. */
public final class CrowdedGateways {
  private static final int MOST_SITES = 14;

  private CrowdedGateways() {}

  /** Any gateway that the service would accept; every collection is reached. */
  public static Arbitrary<GatewayDocument> any() {
    return shapes(Arbitraries.of(PriorityStyle.class)).map(GatewayWriter::write);
  }

  /** The same, without those that have no priorities. */
  public static Arbitrary<GatewayDocument> numbered() {
    return shapes(Arbitraries.of(PriorityStyle.class).filter(style -> style != PriorityStyle.NONE))
        .map(GatewayWriter::write);
  }

  /** Gateways in which one reference names an element that is not there. */
  public static Arbitrary<GatewayDocument> broken() {
    Arbitrary<GatewayDocument> referring = any().filter(g -> !References.of(g).isEmpty());
    return Combinators.combine(referring, Arbitraries.integers().between(0, 10_000))
        .as(CrowdedGateways::breakOne)
        .withoutEdgeCases();
  }

  /** Always the same gateway for the same numbers; needs no test framework. */
  public static GatewayDocument sized(int listeners, int rules, int pools) {
    return SizedGateways.of(listeners, rules, pools);
  }

  /** Shapes, for tests that want to change one before it is written. */
  public static Arbitrary<GatewayShape> shapes(Arbitrary<PriorityStyle> priorities) {
    Arbitrary<Set<Feature>> features =
        Arbitraries.oneOf(
            Arbitraries.of(Feature.class).set(), Arbitraries.just(Set.of(Feature.values())));
    return Combinators.combine(
            sites().list().ofMaxSize(MOST_SITES),
            Arbitraries.integers().between(1, 5),
            priorities,
            features)
        .as((sites, pools, style, more) -> new GatewayShape(sites, pools, 0, style, more))
        .withoutEdgeCases();
  }

  /** The document of a shape. */
  public static GatewayDocument of(GatewayShape shape) {
    return GatewayWriter.write(shape);
  }

  private static Arbitrary<SiteShape> sites() {
    return Combinators.combine(
            Arbitraries.of(Door.class),
            HostArbitraries.listenerHosts(),
            Arbitraries.of(Target.class),
            Arbitraries.integers().between(0, 1000),
            Arbitraries.frequency(Tuple.of(9, true), Tuple.of(1, false)))
        .as(SiteShape::new);
  }

  private static GatewayDocument breakOne(GatewayDocument document, int choice) {
    List<String> references = References.of(document);
    ObjectNode copy = document.copy();
    List<ObjectNode> holders = new ArrayList<>();
    collect(copy.path("properties"), references, holders);
    ObjectNode holder = holders.get(choice % holders.size());
    holder.put("id", holder.path("id").asText() + "-gone");
    return GatewayDocument.of(copy);
  }

  private static void collect(JsonNode node, List<String> references, List<ObjectNode> holders) {
    if (node instanceof ObjectNode object
        && !object.has("name")
        && references.contains(object.path("id").asText())) {
      holders.add(object);
    }
    node.forEach(child -> collect(child, references, holders));
  }
}
