package dev.lockstep.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.config.Configuration;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigurationDocTest {
  @Test
  void thePageIsWhatTheCodeSays() {
    Rendered.check(Path.of("../docs/configuration.md"), ConfigurationPage.render(), getClass());
  }

  @Test
  void theExampleOfThePageIsValid() {
    String page = ConfigurationPage.render();
    String example =
        page.substring(page.indexOf("```json") + "```json".length(), page.lastIndexOf("```"));

    assertThat(Configuration.parse(example.replace("<id>", "s"), "vault.azure.net").bindings())
        .hasSize(1);
  }
}
