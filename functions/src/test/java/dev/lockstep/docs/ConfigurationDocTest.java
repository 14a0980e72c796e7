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
  void theExamplesOfThePageAreValid() {
    String page = ConfigurationPage.render();
    String[] examples = page.split("```(json)?");

    assertThat(configuration(examples[1]).bindings()).hasSize(1);
    assertThat(configuration(examples[3]).discovery()).isPresent();
  }

  private static Configuration configuration(String example) {
    return Configuration.parse(example.replace("<id>", "s"), "vault.azure.net");
  }
}
