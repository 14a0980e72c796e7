package dev.lockstep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-15T10:25:24+00:00",
        "\"2026-01-15T10:25:24+00:00\"",
        "2026-01-15T10:25:24Z",
        "2026-01-15T12:25:24.0000000+02:00",
        "01/15/2026 10:25:24 +00:00",
        "Thu, 15 Jan 2026 10:25:24 GMT",
      })
  void insertionTimeInEveryFormOfTheHosts(String text) {
    assertThat(Delivery.of("m", text, "1").insertedAt())
        .contains(Instant.parse("2026-01-15T10:25:24Z"));
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"yesterday", "{}", "-"})
  void metadataThatSaysNothing(String text) {
    Delivery delivery = Delivery.of("m", text, text);

    assertThat(delivery.insertedAt()).isEmpty();
    assertThat(delivery.dequeueCount()).isEqualTo(1);
  }

  @Test
  void dequeueCount() {
    assertThat(Delivery.of("m", "", "5").dequeueCount()).isEqualTo(5);
    assertThat(Delivery.of("m", "", "\"3\"").dequeueCount()).isEqualTo(3);
  }
}
