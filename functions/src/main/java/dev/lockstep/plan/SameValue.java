package dev.lockstep.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.model.CertificateText;
import dev.lockstep.model.SecretId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether a value that was read means what we would write. Azure answers the same document in many
 * ways: ids in other cases, empty lists for nothing, certificates as they were uploaded.
 */
final class SameValue {
  // Only these texts are told apart by case; ids, host names and enum values are not.
  private static final Set<String> EXACT = Set.of("path", "body");

  // Values that the service may leave out of its answer (applicationGateway.json, defaults; "Health
  // monitoring overview": 200-399).
  private static final Map<String, String> DEFAULTS =
      Map.of("cookieBasedAffinity", "Disabled", "statusCodes", "200-399");

  // Some answers leave out what a root holds (terraform-provider-azurerm treats it as write-only).
  // The names of our roots say what they hold, so an absent value is taken for the right one.
  private static final String UNREAD = "data";

  private SameValue() {}

  /**
   * @param field name of the property that holds both
   * @param read the value in the document; missing when absent
   * @param wanted the value that we would write
   */
  static boolean test(String field, JsonNode read, JsonNode wanted) {
    if (isNothing(read) && !wanted.isObject()) {
      return isNothing(wanted) || isDefault(field, wanted) || field.equals(UNREAD);
    }
    if (wanted.isArray()) {
      return read.isArray() && sameItems(field, read, wanted);
    }
    if (wanted.isObject()) {
      // An absent object may stand for one whose members are all defaults.
      return (read.isObject() || isNothing(read))
          && wanted.properties().stream()
              .allMatch(e -> test(e.getKey(), read.path(e.getKey()), e.getValue()));
    }
    if (wanted.isNumber() && read.isNumber()) {
      return read.decimalValue().compareTo(wanted.decimalValue()) == 0;
    }
    if (wanted.isTextual() && read.isTextual()) {
      return sameText(field, read.asText(), wanted.asText());
    }
    return isNothing(wanted) ? false : read.equals(wanted);
  }

  /** Whether this is one of the ways in which Azure writes nothing. */
  static boolean isNothing(JsonNode node) {
    return node.isMissingNode()
        || node.isNull()
        || (node.isContainerNode() && node.isEmpty())
        || (node.isTextual() && node.asText().isEmpty())
        || (node.isBoolean() && !node.asBoolean());
  }

  private static boolean isDefault(String field, JsonNode wanted) {
    JsonNode value = wanted.isArray() && wanted.size() == 1 ? wanted.get(0) : wanted;
    return value.isTextual() && value.asText().equals(DEFAULTS.get(field));
  }

  // Every list that we write is a set: addresses, status codes, references.
  private static boolean sameItems(String field, JsonNode read, JsonNode wanted) {
    List<JsonNode> rest = new ArrayList<>();
    read.forEach(rest::add);
    for (JsonNode item : wanted) {
      int match = -1;
      for (int i = 0; i < rest.size() && match < 0; i++) {
        match = test(field, rest.get(i), item) ? i : -1;
      }
      if (match < 0) {
        return false;
      }
      rest.remove(match);
    }
    return rest.isEmpty();
  }

  private static boolean sameText(String field, String read, String wanted) {
    if (EXACT.contains(field)) {
      return read.equals(wanted);
    }
    return switch (field) {
      case "data" -> CertificateText.same(read, wanted);
      case "keyVaultSecretId" -> SecretId.tryParse(read).equals(SecretId.tryParse(wanted));
      default -> read.equalsIgnoreCase(wanted);
    };
  }
}
