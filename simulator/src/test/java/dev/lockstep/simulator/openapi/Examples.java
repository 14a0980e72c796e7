package dev.lockstep.simulator.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.TestAzure;
import dev.lockstep.simulator.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The official examples of PUT, all moved to one subscription. */
final class Examples {
  private static final String SERVICES =
      "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.ApiManagement/service/{serviceName}";
  private static final String PREVIEW =
      "apimanagement/resource-manager/Microsoft.ApiManagement/preview/2023-09-01-preview/examples/";

  /** Examples of a newer version of the service than its OpenAPI file. */
  private static final List<String> NEWER_SERVICES =
      List.of(
          "ApiManagementCreateServiceSkuv2Service.json",
          "ApiManagementCreateServiceWithDeveloperPortal.json",
          "ApiManagementCreateServiceWithoutLegacyConfigurationApi.json");

  /**
   * One example.
   *
   * @param name file name
   * @param path path of the resource
   * @param apiVersion api-version of the request
   * @param body what is sent
   */
  record Example(String name, String path, String apiVersion, ObjectNode body) {
    @Override
    public String toString() {
      return name;
    }
  }

  private final SpecFiles files = new SpecFiles();
  private final List<Example> found = new ArrayList<>();

  private Examples() {
    for (String file : SpecFiles.ROOTS) {
      String folder = file.substring(0, file.lastIndexOf('/') + 1);
      for (var path : files.file(file).path("paths").properties()) {
        for (JsonNode example : path.getValue().path("put").path("x-ms-examples")) {
          String name = example.path("$ref").asText().replaceFirst("^\\./", "");
          add(folder + name, path.getKey());
        }
      }
    }
    NEWER_SERVICES.forEach(name -> add(PREVIEW + name, SERVICES));
  }

  /** All that are kept here. */
  static List<Example> all() {
    return List.copyOf(new Examples().found);
  }

  private void add(String file, String template) {
    JsonNode parameters = files.file(file).path("parameters");
    if (parameters.isMissingNode()) {
      return;
    }
    String path = template;
    ObjectNode body = Json.object();
    for (var parameter : parameters.properties()) {
      path = path.replace("{" + parameter.getKey() + "}", parameter.getValue().asText());
      if (parameter.getValue() instanceof ObjectNode object) {
        body = object;
      }
    }
    found.add(
        new Example(
            file.substring(file.lastIndexOf('/') + 1),
            moved(path),
            parameters.path("api-version").asText(),
            moved(body)));
  }

  private static ObjectNode moved(ObjectNode body) {
    try {
      // One example says null where its own specification wants a text.
      String plain = body.toString().replaceAll(",\"[A-Za-z]+\":null", "");
      byte[] text = moved(plain).getBytes(StandardCharsets.UTF_8);
      return (ObjectNode) Json.parse(text);
    } catch (JsonProcessingException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static String moved(String text) {
    return text.replaceAll("/subscriptions/[^/\"]+", TestAzure.SUBSCRIPTION);
  }
}
