package dev.lockstep.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockstep.reconcile.JournalNames;
import dev.lockstep.signal.Estate;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalPageTest {
  private static final Instant FIRST = Instant.parse("2026-11-20T00:00:00Z");

  private final MemoryBlobs blobs = new MemoryBlobs();
  private final JournalPage page =
      new JournalPage(new TreeSet<>(List.of(Estate.EDGE, Estate.INNER)), blobs);

  @BeforeEach
  void aRunPerHour() {
    for (int run = 0; run < 50; run++) {
      Instant at = FIRST.plus(Duration.ofHours(run));
      String outcome = run % 10 == 0 ? "Failed" : "Converged";
      blobs.put(
          Estate.EDGE + "/" + JournalNames.stamp(at) + "-run" + run + ".json",
          "{\"run\":" + run + ",\"at\":\"" + at + "\",\"outcome\":{\"name\":\"" + outcome + "\"}}");
    }
    blobs.put(Estate.INNER + "/" + JournalNames.stamp(FIRST) + "-run0.json", "{\"run\":7000}");
  }

  @Test
  @DisplayName("the newest runs of the target come first, page by page, until none is left")
  void pages() throws JsonProcessingException {
    List<Integer> seen = new ArrayList<>();
    JsonNode answer = get("?limit=20");
    while (true) {
      answer.path("runs").forEach(run -> seen.add(run.path("run").asInt()));
      if (!answer.has("page")) {
        break;
      }
      answer = get("?limit=20&page=" + answer.path("page").asText());
    }

    assertThat(seen).hasSize(50).startsWith(49, 48, 47).endsWith(1, 0).doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("from counts, to does not, in times or days, in any zone")
  void times() throws JsonProcessingException {
    assertThat(runs(get("?from=2026-11-20T05:00:00Z&to=2026-11-20T08:00:00Z")))
        .containsExactly(7, 6, 5);
    assertThat(runs(get("?from=2026-11-20T06:00:00+01:00&to=2026-11-20T07:00:00%2B01:00")))
        .containsExactly(5);
    assertThat(runs(get("?from=2026-11-22&limit=100"))).containsExactly(49, 48);
  }

  @Test
  @DisplayName("runs of one outcome are found among many others")
  void outcome() throws JsonProcessingException {
    assertThat(runs(get("?outcome=failed&limit=3"))).containsExactly(40, 30, 20);
  }

  @Test
  @DisplayName("a damaged record hides no other")
  void damaged() throws JsonProcessingException {
    String name = JournalNames.stamp(FIRST.plus(Duration.ofDays(9))) + "-run50.json";
    blobs.put(Estate.EDGE + "/" + name, "{");

    JsonNode answer = get("?limit=2");

    assertThat(answer.path("runs").get(0).path("damaged").asText()).isEqualTo(name);
    assertThat(answer.path("runs").get(1).path("run").asInt()).isEqualTo(49);
  }

  @ParameterizedTest
  @DisplayName("what cannot be understood is 400 and names the parameter")
  @CsvSource({
    "?from=yesterday, from",
    "?to=2026-13-01, to",
    "?from=2026-11-22&to=2026-11-21, to",
    "?limit=0, limit",
    "?limit=101, limit",
    "?limit=x, limit",
    "?outcome=Fine, outcome",
    "?outcome=Skipped, outcome",
    "?page=../../secret, page",
    "?before=2026-11-22, before"
  })
  void badRequest(String query, String field) {
    Reply reply = page.answer(call("/" + Estate.EDGE + query));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body()).contains("\"field\" : \"" + field + "\"");
  }

  @Test
  @DisplayName("without a target there must be one only, and an unknown one is 404")
  void target() {
    assertThat(page.answer(call("")).status()).isEqualTo(400);
    assertThat(page.answer(call("/nowhere")).status()).isEqualTo(404);
  }

  @Test
  @DisplayName("a target that is not configured any more is read as long as it has records")
  void unbound() throws JsonProcessingException {
    blobs.put("gone-0123abcd/" + JournalNames.stamp(FIRST) + "-run0.json", "{\"run\":1}");

    Reply reply = page.answer(call("/GONE-0123abcd"));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(runs(new ObjectMapper().readTree(reply.body()))).containsExactly(1);
    assertThat(page.answer(call("/gone-0123abc")).status()).isEqualTo(404);
    assertThat(page.answer(call("/..")).status()).isEqualTo(404);
  }

  private JsonNode get(String query) throws JsonProcessingException {
    Reply reply = page.answer(call("/" + Estate.EDGE + query));
    assertThat(reply.status()).isEqualTo(200);
    return new ObjectMapper().readTree(reply.body());
  }

  private static List<Integer> runs(JsonNode answer) {
    List<Integer> runs = new ArrayList<>();
    answer.path("runs").forEach(run -> runs.add(run.path("run").asInt()));
    return runs;
  }

  private static HttpCall call(String rest) {
    return HttpCall.of(URI.create("https://host/api/journal" + rest), Map.of(), Map.of(), "");
  }
}
