package dev.lockstep.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.model.TargetId;
import dev.lockstep.plan.PlanHash;
import dev.lockstep.signal.Estate;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResyncReaderTest {
  private static final SortedSet<TargetId> ONE = new TreeSet<>(List.of(Estate.EDGE));
  private static final SortedSet<TargetId> TWO = new TreeSet<>(List.of(Estate.EDGE, Estate.INNER));
  private static final String HASH = "0123456789abcdef";

  @Test
  @DisplayName("without a query, the named target or all of them are looked at")
  void look() {
    assertThat(understood("/" + Estate.EDGE, TWO)).isEqualTo(new ResyncRequest.Look(ONE));
    assertThat(understood("", TWO)).isEqualTo(new ResyncRequest.Look(TWO));
    assertThat(understood("?plan=false", TWO)).isEqualTo(new ResyncRequest.Look(TWO));
  }

  @ParameterizedTest
  @DisplayName("plan with or without a value shows the plan")
  @ValueSource(strings = {"?plan", "?plan=", "?plan=true", "?plan=True"})
  void show(String query) {
    assertThat(understood("/" + Estate.INNER + query, TWO))
        .isEqualTo(new ResyncRequest.Show(Estate.INNER));
    assertThat(understood(query, ONE)).isEqualTo(new ResyncRequest.Show(Estate.EDGE));
  }

  @Test
  @DisplayName("apply carries out the plan of that hash")
  void apply() {
    assertThat(understood("/" + Estate.EDGE + "?apply=" + HASH, TWO))
        .isEqualTo(new ResyncRequest.Apply(Estate.EDGE, new PlanHash(HASH)));
  }

  @Test
  @DisplayName("an unknown target is 404 and names those that there are")
  void unknownTarget() {
    Reply reply = refused("/agw-other", TWO);

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.body())
        .contains("unknownTarget", "'agw-other' is not configured")
        .contains("known: " + Estate.EDGE + ", " + Estate.INNER);
  }

  @ParameterizedTest
  @DisplayName("what cannot be understood is 400 and names the parameter")
  @CsvSource({
    "?plan=maybe, plan",
    "?apply=, apply",
    "?apply=123, apply",
    "?apply=0123456789ABCDEG, apply",
    "?plan&apply=0123456789abcdef, apply",
    "?aply=0123456789abcdef, aply",
  })
  void badRequest(String query, String field) {
    Reply reply = refused(query, ONE);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body()).contains("\"field\" : \"" + field + "\"");
  }

  @Test
  @DisplayName("plan and apply want one target when there are several")
  void oneOfSeveral() {
    assertThat(refused("?plan", TWO).body()).contains("name one of " + Estate.EDGE);
    assertThat(refused("?apply=" + HASH, TWO).status()).isEqualTo(400);
  }

  @Test
  @DisplayName("all problems are told at once")
  void allAtOnce() {
    Reply reply = refused("/nowhere?plan=maybe&apply=x&other=1", TWO);

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.body().split("\"field\"")).hasSize(6);
  }

  private static ResyncRequest understood(String rest, SortedSet<TargetId> known) {
    ResyncReader.Reading reading = read(rest, known);
    assertThat(reading).isInstanceOf(ResyncReader.Reading.Understood.class);
    return ((ResyncReader.Reading.Understood) reading).request();
  }

  private static Reply refused(String rest, SortedSet<TargetId> known) {
    ResyncReader.Reading reading = read(rest, known);
    assertThat(reading).isInstanceOf(ResyncReader.Reading.Refused.class);
    return ((ResyncReader.Reading.Refused) reading).reply();
  }

  private static ResyncReader.Reading read(String rest, SortedSet<TargetId> known) {
    URI uri = URI.create("https://host/api/resync" + rest);
    return ResyncReader.read(HttpCall.of(uri, Map.of(), Map.of(), ""), known);
  }
}
