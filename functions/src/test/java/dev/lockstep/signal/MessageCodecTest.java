package dev.lockstep.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.model.TargetId;
import dev.lockstep.signal.Message.Signal;
import dev.lockstep.signal.Message.Wake;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MessageCodecTest {
  private static final TargetId TARGET = new TargetId("agw-edge-12345678");

  @ParameterizedTest
  @EnumSource
  void aSignalComesBackAsItWent(Cause.Kind kind) {
    Signal signal =
        new Signal(
            TARGET, new Cause(kind, "über \"alles\"", Optional.of("oid"), Optional.of("e-1")));

    assertThat(MessageCodec.decode(MessageCodec.encode(signal))).isEqualTo(signal);
  }

  @Test
  void aSignalThatIsPutBackKeepsItsAge() {
    Instant first = Instant.parse("2026-11-02T10:00:00Z");
    Signal again =
        new Signal(TARGET, Cause.of(Cause.Kind.ALERT, "")).since(first).since(first.plusSeconds(7));

    assertThat(MessageCodec.decode(MessageCodec.encode(again))).isEqualTo(again);
    assertThat(again.since()).contains(first);
  }

  @Test
  void aWakeComesBackAsItWent() {
    Wake wake = new Wake(TARGET, "w7");

    assertThat(MessageCodec.decode(MessageCodec.encode(wake))).isEqualTo(wake);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "nonsense; not JSON",
        "{}; version",
        "{\"v\":2,\"kind\":\"wake\"}; version '2'",
        "{\"v\":1,\"kind\":\"wake\",\"target\":\"agw-1\"}; without 'id'",
        "{\"v\":1,\"kind\":\"nod\",\"target\":\"agw-1\"}; kind 'nod'",
        "{\"v\":1,\"kind\":\"wake\",\"target\":\"../x\",\"id\":\"w\"}; not a target",
        "{\"v\":1,\"kind\":\"signal\",\"target\":\"agw-1\",\"cause\":{}}; without 'kind'",
        "[]; version"
      })
  void whatIsNoMessageSaysWhy(String text, String why) {
    assertThatThrownBy(() -> MessageCodec.decode(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  @Test
  void whateverAnEventSaysTheMessageFitsIntoAQueue() {
    String text = "\u20ac\"".repeat(70_000);
    Writer writer =
        new Writer(Optional.empty(), Optional.of("44444444-4444-4444-4444-444444444444"));
    Cause cause =
        new Cause(Cause.Kind.GATEWAY_CHANGED, text, Optional.of(text), Optional.of(text))
            .with(new GatewayWrite(writer, Instant.EPOCH, false, text));

    String message = MessageCodec.encode(new Message.Signal(Estate.EDGE, cause));

    assertThat(message.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(8 * 1024);
    assertThat(MessageCodec.decode(message)).isEqualTo(new Message.Signal(Estate.EDGE, cause));
  }

  @Test
  void unknownPropertiesAreIgnored() {
    String text = "{\"v\":1,\"kind\":\"wake\",\"target\":\"agw-1\",\"id\":\"w1\",\"new\":true}";

    assertThat(MessageCodec.decode(text)).isEqualTo(new Wake(new TargetId("agw-1"), "w1"));
  }
}
