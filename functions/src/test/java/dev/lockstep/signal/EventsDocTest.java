package dev.lockstep.signal;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.messaging.eventgrid.SystemEventNames;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockstep.docs.Rendered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EventsDocTest {
  @Test
  void thePageIsWhatTheCodeSays() {
    Rendered.check(Path.of("../docs/events.md"), EventsPage.render(), getClass());
  }

  @Test
  @DisplayName("every type of the table is one that the Event Grid library knows")
  void typesExist() {
    var known = SystemEventNames.getSystemEventMappings().keySet();

    assertThat(ArmEventTypes.all()).allMatch(known::contains);
    assertThat(SignalRows.ALL)
        .filteredOn(row -> row.operation().isEmpty() && !row.type().equals(CommonAlert.TYPE))
        .allMatch(row -> known.stream().anyMatch(row::matchesType));
  }

  @Test
  @DisplayName("what the deployment subscribes to reaches somebody")
  void subscriptionsAreUseful() throws IOException {
    JsonNode operations =
        new ObjectMapper().readTree(Files.readString(Path.of("../infra/event-operations.json")));

    assertThat(operations)
        .isNotEmpty()
        .allSatisfy(
            operation ->
                assertThat(SignalRows.ALL)
                    .filteredOn(row -> row.matchesOperation(operation.asText()))
                    .singleElement()
                    .matches(row -> row.reach() != Reach.NOBODY));
  }

  @Test
  @DisplayName("each operation stands in the table once")
  void operationsAreUnique() {
    assertThat(SignalRows.ALL)
        .extracting(row -> row.operation().orElse(row.type()).toLowerCase(Locale.ROOT))
        .doesNotHaveDuplicates();
  }
}
