package dev.lockstep.signal;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.messaging.eventgrid.SystemEventNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EventCatalogueTest {
  private static final Path PAGE = Path.of("..", "docs", "events.md");

  @Test
  @DisplayName("docs/events.md is what the table says; write it anew with -Dlockstep.docs=write")
  void pageIsFresh() throws IOException {
    if ("write".equals(System.getProperty("lockstep.docs"))) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, EventCatalogue.markdown());
    }

    assertThat(Files.readString(PAGE)).isEqualTo(EventCatalogue.markdown());
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
  @DisplayName("each operation stands in the table once")
  void operationsAreUnique() {
    assertThat(SignalRows.ALL)
        .extracting(row -> row.operation().orElse(row.type()).toLowerCase(java.util.Locale.ROOT))
        .doesNotHaveDuplicates();
  }
}
