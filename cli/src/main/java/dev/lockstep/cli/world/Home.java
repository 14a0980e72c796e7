package dev.lockstep.cli.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.TargetId;
import dev.lockstep.simulator.access.AppRoles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The checkout that the command was started from. */
public final class Home {
  private Home() {}

  /** The folder that the build staged the function app in. */
  public static Path stagedApp() {
    Path app = path().resolve("functions/target/azure-functions/lockstep");
    if (!Files.exists(app.resolve("host.json"))) {
      throw new IllegalStateException(
          "the function app is not built: " + app + " has no host.json; run mvn package");
    }
    return app;
  }

  /** The operations that the Event Grid subscription of infra/ lets through. */
  static List<String> eventOperations() throws IOException {
    JsonNode list =
        new ObjectMapper().readTree(path().resolve("infra/event-operations.json").toFile());
    List<String> operations = new ArrayList<>();
    list.forEach(operation -> operations.add(operation.asText()));
    return operations;
  }

  /**
   * The roles of the app's identity as infra/ ships them; those of the build outside a checkout.
   */
  public static AppRoles roles() {
    Path infra = path().resolve("infra");
    return Files.exists(infra) ? AppRoles.in(infra) : AppRoles.shipped();
  }

  /** The same with the opt-in role that reads secrets for their chains. */
  public static AppRoles rolesWithChainReader() {
    return roles().withChainReader(path().resolve("infra"));
  }

  /** The target that a gateway is. */
  public static String targetOf(String gatewayId) {
    return TargetId.of(new ResourceId(gatewayId)).value();
  }

  private static Path path() {
    return Path.of(System.getProperty("lockstep.home", ".")).toAbsolutePath().normalize();
  }
}
