package dev.lockstep.golden;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lockstep.docs.Rendered;
import dev.lockstep.plan.Plan;
import dev.lockstep.render.PlanJson;
import dev.lockstep.render.PlanMarkdown;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Some of the golden plans as data and as Markdown: an addition, a change, what is blocked, pending
 * and warned of.
 */
class FormatsTest {
  private static final Path FOLDER = Path.of("src/test/resources/golden-formats");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "second-host-beside-the-first",
        "drifted-probe",
        "record-is-somebody-elses",
        "host-gone-since-now",
        "owner-record-lost"
      })
  void thePlanIsTheOneThatWasReviewed(String name) throws JsonProcessingException {
    Plan plan = GoldenCases.all().get(name).get().plan();

    Rendered.check(
        FOLDER.resolve(name + ".json"),
        JSON.writeValueAsString(PlanJson.render(plan)) + "\n",
        getClass());
    Rendered.check(FOLDER.resolve(name + ".md"), PlanMarkdown.render(plan), getClass());
  }
}
