package dev.lockstep.azure.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.model.Binding;
import dev.lockstep.signal.CertificateUse;
import dev.lockstep.signal.Estate;
import dev.lockstep.signal.Message;
import dev.lockstep.signal.Notice;
import dev.lockstep.signal.Routing;
import dev.lockstep.signal.SignalTable;
import dev.lockstep.signal.Targets;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever arrives: nothing is thrown, and a signal names a target that there is. */
class EventGridParserProperties {
  private static final List<Binding> BINDINGS = List.of(Estate.edge(), Estate.inner());

  @Property
  void anyText(@ForAll String payload) {
    assertThat(signals(payload)).isEmpty();
  }

  @Property
  void damagedEvents(@ForAll("damaged") String payload) {
    for (Message.Signal signal : signals(payload)) {
      assertThat(Targets.of(BINDINGS).all()).contains(signal.target());
      assertThat(signal.cause().detail()).hasSizeLessThanOrEqualTo(600).doesNotContain("\n");
      assertThat(signal.cause().eventId().orElse("")).hasSizeLessThanOrEqualTo(256);
    }
  }

  /** Real payloads with one stretch replaced by something else, or by a great deal of it. */
  @Provide
  Arbitrary<String> damaged() {
    Arbitrary<String> names =
        Arbitraries.of(
            Payloads.derivedNames("").stream().filter(name -> !name.contains("alert")).toList());
    Arbitrary<String> patch =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(8),
            Arbitraries.of("null", "{}", "[]", "\"\"", "\\n", "\\ud800", "0", "x".repeat(70_000)));
    return Combinators.combine(
            names,
            Arbitraries.doubles().between(0, 1),
            Arbitraries.integers().between(0, 40),
            patch)
        .as(EventGridParserProperties::damage);
  }

  private static String damage(String name, double where, int length, String patch) {
    String text = Payloads.derived(name);
    int from = (int) (where * (text.length() - 1));
    return text.substring(0, from) + patch + text.substring(Math.min(text.length(), from + length));
  }

  private static List<Message.Signal> signals(String payload) {
    return EventGridParser.parse(payload).stream()
        .filter(ParsedEvent.Understood.class::isInstance)
        .flatMap(event -> ((ParsedEvent.Understood) event).notices().stream())
        .map(EventGridParserProperties::route)
        .filter(Routing.Signals.class::isInstance)
        .flatMap(routing -> ((Routing.Signals) routing).signals().stream())
        .toList();
  }

  private static Routing route(Notice notice) {
    CertificateUse none = target -> java.util.Optional.of(Set.of());
    return SignalTable.route(notice, Targets.of(BINDINGS), none);
  }
}
