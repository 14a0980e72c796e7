package dev.lockstep.simulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.simulator.TestAzure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ControlDocumentTest {
  @Test
  void theDocumentListsExactlyTheRoutesThatThereAre() throws IOException {
    TreeSet<String> documented = new TreeSet<>();
    for (String line : Files.readAllLines(Path.of("..", "docs", "simulator.md"))) {
      if (line.matches("\\| `[A-Z]+ /control/.*")) {
        documented.add(line.split("`", -1)[1]);
      }
    }
    TreeSet<String> served = new TreeSet<>();
    TestAzure.body(new TestAzure().azure.control().handle("GET", "/control", Map.of(), ""))
        .path("routes")
        .forEach(
            route -> served.add(route.path("method").asText() + " " + route.path("path").asText()));
    assertThat(List.copyOf(documented)).isEqualTo(List.copyOf(served));
  }
}
