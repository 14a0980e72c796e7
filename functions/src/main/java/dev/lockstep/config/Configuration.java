package dev.lockstep.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.Binding;
import dev.lockstep.model.TargetId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The bindings, checked. Nothing changes them afterwards.
 *
 * @param bindings in the order of the text
 * @param discovery which services may be planned for without a binding of their own
 */
public record Configuration(List<Binding> bindings, Optional<Discovery> discovery) {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  public Configuration {
    bindings = List.copyOf(bindings);
  }

  /**
   * Reads {@code {"bindings": […], "discovery": {…}}} without looking where blobs are, for those
   * who read none.
   *
   * @param json the text
   * @param vaultSuffix domain of the cloud's key vaults, such as {@code vault.azure.net}
   * @throws ConfigurationProblems with everything that is wrong
   */
  public static Configuration parse(String json, String vaultSuffix) {
    return parse(json, new Domains(vaultSuffix, Optional.empty()));
  }

  /**
   * Reads {@code {"bindings": […], "discovery": {…}}}.
   *
   * @param json the text
   * @param domains below which vaults and blobs have to be
   * @throws ConfigurationProblems with everything that is wrong
   */
  public static Configuration parse(String json, Domains domains) {
    Problems problems = new Problems();
    List<Binding> bindings = new ArrayList<>();
    Fields root = new Fields(root(json, problems), "", Schema.root(), problems);
    if (problems.isEmpty()) {
      root.required(Schema.BINDINGS, Optional.empty());
    }
    List<JsonNode> items = root.list(Schema.BINDINGS);
    Set<String> names = new HashSet<>();
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i < items.size(); i++) {
      String path = "bindings[" + i + "]";
      if (items.get(i) instanceof ObjectNode node) {
        Fields fields = new Fields(node, path, Schema.binding(), problems);
        new BindingParser(fields, domains)
            .parse()
            .ifPresent(
                binding -> {
                  checkUnique(binding, fields, names, pairs);
                  bindings.add(binding);
                });
      } else {
        problems.add(path, "is not an object", "give a binding");
      }
    }
    Optional<Discovery> discovery = DiscoveryParser.parse(root);
    problems.throwIfAny();
    return new Configuration(bindings, discovery);
  }

  /** The bindings of each target, by target. */
  public SortedMap<TargetId, List<Binding>> targets() {
    SortedMap<TargetId, List<Binding>> targets = new TreeMap<>();
    bindings.forEach(b -> targets.computeIfAbsent(b.target(), t -> new ArrayList<>()).add(b));
    return targets;
  }

  private static void checkUnique(
      Binding binding, Fields fields, Set<String> names, Set<String> pairs) {
    if (!names.add(binding.name().toLowerCase(Locale.ROOT))) {
      fields.wrong(
          Schema.NAME,
          Quoted.of(binding.name()) + " is used twice",
          "give each binding its own name");
    }
    if (!pairs.add(binding.service().key() + " " + binding.gateway().key())) {
      fields.wrong(
          Schema.SERVICE,
          "is published through this gateway by another binding already",
          "put both into one binding");
    }
  }

  private static ObjectNode root(String json, Problems problems) {
    try {
      if (JSON.readTree(json) instanceof ObjectNode object) {
        return object;
      }
      problems.add("$", "is not a JSON object", "give {\"bindings\": […]}");
    } catch (JsonProcessingException e) {
      String where =
          e.getLocation() == null
              ? ""
              : " in line "
                  + e.getLocation().getLineNr()
                  + ", column "
                  + e.getLocation().getColumnNr();
      // The parser's own message may quote the text, and the text may hold a secret by mistake.
      problems.add("$", "is not valid JSON" + where, "check the text with a JSON parser");
    }
    return JSON.createObjectNode();
  }
}
