package dev.lockstep.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.lockstep.config.BindingTexts;
import dev.lockstep.config.Configuration;
import dev.lockstep.config.ConfigurationProblems;
import dev.lockstep.config.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/bindings.schema.json says what the parser does, as far as a schema can. */
class BindingsSchemaTest {
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(BindingsSchema.schema());

  @Test
  void theFileIsWhatTheCodeSays() {
    Rendered.check(Path.of("../docs/bindings.schema.json"), BindingsSchema.render(), getClass());
  }

  @Test
  void theSchemaIsOne() {
    JsonSchema meta =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(
                com.networknt.schema.SchemaLocation.of(
                    "https://json-schema.org/draft/2020-12/schema"));

    assertThat(meta.validate(BindingsSchema.schema())).isEmpty();
  }

  @Test
  void theExampleOfThePageIsValid() {
    assertThat(errors(example(ConfigurationPage.render()))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../README.md", "../infra/bindings.json"})
  void documentedBindingsAreValid(String file) throws IOException {
    String text = Files.readString(Path.of(file));

    assertThat(errors(file.endsWith(".md") ? example(text) : text)).isEmpty();
  }

  @Test
  void everyPropertyIsKnown() {
    assertThat(errors(Samples.everyProperty())).isEmpty();
    assertThat(Configuration.parse(Samples.everyProperty(), "vault.azure.net").bindings())
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "/dev/lockstep/config/bad-bindings.csv",
      delimiter = '|',
      quoteCharacter = '~')
  void whatTheParserRefusesIsRefusedWhereASchemaCanTell(
      String property, String path, String remedy, String who) {
    String text = Samples.with(property);

    assertThatThrownBy(() -> Configuration.parse(text, "vault.azure.net"))
        .as(path)
        .isInstanceOf(ConfigurationProblems.class)
        .hasMessageContaining(remedy);
    assertThat(errors(text).isEmpty()).isEqualTo(who.equals("parser"));
  }

  @Property(tries = 300)
  void whatTheParserTakesTheSchemaTakes(@ForAll(supplier = BindingTexts.class) String text) {
    try {
      Configuration.parse(text, "vault.azure.net");
    } catch (ConfigurationProblems e) {
      return;
    }
    assertThat(errors(text)).as(text).isEmpty();
  }

  private static Set<ValidationMessage> errors(String text) {
    return SCHEMA.validate(text, InputFormat.JSON);
  }

  private static String example(String page) {
    int start = page.indexOf("```json\n{\n  \"bindings\"") + "```json".length();
    return page.substring(start, page.indexOf("```", start));
  }
}
