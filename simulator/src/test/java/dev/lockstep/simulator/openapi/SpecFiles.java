package dev.lockstep.simulator.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.simulator.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The official OpenAPI files of the test resources, in the layout of their repository. */
final class SpecFiles {
  /** Folder of the network provider. */
  static final String NETWORK = "network/resource-manager/Microsoft.Network/stable/2024-01-01/";

  private static final String APIM =
      "apimanagement/resource-manager/Microsoft.ApiManagement/stable/2022-08-01/";

  private static final String MONITOR =
      "monitor/resource-manager/Microsoft.Insights/stable/2024-02-01/";

  /** Files whose paths are operations of the simulator. */
  static final List<String> ROOTS =
      List.of(
          NETWORK + "applicationGateway.json",
          NETWORK + "webapplicationfirewall.json",
          NETWORK + "virtualNetwork.json",
          NETWORK + "networkSecurityGroup.json",
          NETWORK + "publicIpAddress.json",
          NETWORK + "routeTable.json",
          "dns/resource-manager/Microsoft.Network/stable/2018-05-01/dns.json",
          "privatedns/resource-manager/Microsoft.Network/stable/2024-06-01/privatedns.json",
          APIM + "apimdeployment.json",
          APIM + "apimnetworkstatus.json",
          "keyvault/resource-manager/Microsoft.KeyVault/stable/2023-07-01/keyvault.json",
          MONITOR + "metrics_API.json",
          MONITOR + "metricDefinitions_API.json",
          "msi/resource-manager/Microsoft.ManagedIdentity/stable/2023-01-31/ManagedIdentity.json");

  /** Property lists of newer versions; they add to the definitions of the same name. */
  static final List<String> NEWER =
      List.of(
          "models/applicationgateways-2025-01-01.model.json",
          "models/apimanagementservice-2024-05-01.model.json",
          "models/privatedns-2024-06-01.model.json");

  private static final String FOLDER = "/openapi/";

  private final Map<String, JsonNode> read = new HashMap<>();

  /** What a pointer of a file names; missing for files that are not kept here. */
  JsonNode at(SpecPointer pointer) {
    return file(pointer.file()).at(pointer.pointer());
  }

  JsonNode file(String path) {
    return read.computeIfAbsent(path, SpecFiles::load);
  }

  private static JsonNode load(String path) {
    try (InputStream in = SpecFiles.class.getResourceAsStream(FOLDER + path)) {
      return in == null ? Json.object().path("missing") : Json.parse(in.readAllBytes());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** A place in one of the files. */
  record SpecPointer(String file, String pointer) {
    /** What a reference in a file names. */
    static SpecPointer of(String reference, String inFile) {
      String[] parts = reference.split("#", 2);
      String file =
          parts[0].isEmpty() ? inFile : URI.create("/" + inFile).resolve(parts[0]).getPath();
      return new SpecPointer(file.replaceFirst("^/", ""), parts[1]);
    }

    String name() {
      return pointer.substring(pointer.lastIndexOf('/') + 1);
    }
  }
}
