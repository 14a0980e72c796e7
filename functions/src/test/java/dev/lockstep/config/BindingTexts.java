package dev.lockstep.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;

/** Texts of bindings in which something was changed, put in or left out; some are still valid. */
public final class BindingTexts implements ArbitrarySupplier<String> {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** A text that uses every property, with a few accidents. */
  @Override
  public Arbitrary<String> get() {
    return Combinators.combine(
            Arbitraries.randomValue(Random::nextLong),
            Arbitraries.integers().between(0, 3),
            values())
        .as(
            (seed, accidents, value) -> {
              JsonNode root = root();
              Random random = new Random(seed);
              for (int i = 0; i < accidents; i++) {
                damage(root, random, value.deepCopy());
              }
              return root.toString();
            });
  }

  /** Any JSON value, and what people put into the wrong place. */
  private static Arbitrary<JsonNode> values() {
    Arbitrary<JsonNode> texts = Arbitraries.strings().ofMaxLength(12).map(NODES::textNode);
    Arbitrary<JsonNode> numbers = Arbitraries.bigDecimals().map(NODES::numberNode);
    Arbitrary<JsonNode> others =
        Arbitraries.of(
            NODES.nullNode(),
            NODES.booleanNode(true),
            NODES.objectNode(),
            NODES.arrayNode(),
            NODES.arrayNode().add(1).add("westeurope"),
            NODES.numberNode(60),
            NODES.textNode("PT5M"),
            NODES.textNode("P1DT2H"),
            NODES.textNode("PT"),
            NODES.textNode("none"),
            NODES.textNode("*.contoso.com"),
            NODES.textNode("münchen.example"),
            NODES.textNode("/subscriptions/"),
            NODES.textNode("\u3002."),
            NODES.textNode("-----"));
    return Arbitraries.oneOf(texts, numbers, others);
  }

  private static JsonNode root() {
    try {
      return new ObjectMapper().readTree(Samples.everyProperty());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Puts the value somewhere, or takes something out. */
  static void damage(JsonNode root, Random random, JsonNode value) {
    List<JsonNode> containers = new ArrayList<>();
    collect(root, containers);
    JsonNode container = containers.get(random.nextInt(containers.size()));
    if (container instanceof ArrayNode array) {
      if (array.isEmpty() || random.nextInt(3) == 0) {
        array.add(value);
      } else {
        array.set(random.nextInt(array.size()), value);
      }
    } else if (container instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      if (names.isEmpty() || random.nextInt(6) == 0) {
        object.set(value.isTextual() ? value.asText() : "surplus", value);
      } else if (random.nextInt(3) == 0) {
        object.remove(names.get(random.nextInt(names.size())));
      } else {
        object.set(names.get(random.nextInt(names.size())), value);
      }
    }
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (node.isContainerNode()) {
      containers.add(node);
      node.forEach(child -> collect(child, containers));
    }
  }
}
