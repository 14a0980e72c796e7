package dev.lockstep.desire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.model.ElementKey;
import dev.lockstep.model.InstanceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElementNamesTest {
  private static final ElementNames NAMES = new ElementNames("ls", new InstanceId("blue"));

  @Test
  void aNameSaysWhoMadeWhatForWhom() {
    assertThat(NAMES.key(Kind.POOL, "api.contoso.com"))
        .isEqualTo(new ElementKey("backendAddressPools", "ls-blue-pool-api.contoso.com"));
  }

  @Test
  void aLongNameIsCutAndStaysUnique() {
    String stem = "a".repeat(100);
    String one = NAMES.key(Kind.SETTINGS, stem + ".example.com").name();
    String other = NAMES.key(Kind.SETTINGS, stem + ".example.org").name();

    assertThat(one).hasSize(80).startsWith("ls-blue-settings-aaa").isNotEqualTo(other);
    assertThat(NAMES.key(Kind.SETTINGS, stem + ".example.com").name()).isEqualTo(one);
  }

  @Test
  void onlyCharactersThatAzureAllows() {
    assertThat(NAMES.key(Kind.LISTENER, "*.Contoso.com/x y").name())
        .isEqualTo("ls-blue-listener-wildcard..contoso.com-x-y");
  }

  @ParameterizedTest
  @CsvSource({
    "ls-blue-pool-api.contoso.com, true",
    "LS-Blue-Rule-x, true",
    "ls-blue-poolside, false",
    "ls-blue-2-pool-x, false",
    "ls-green-pool-x, false",
    "other-blue-pool-x, false"
  })
  void whatLooksLikeOurs(String name, boolean ours) {
    assertThat(NAMES.looksLike(new ElementKey("probes", name))).isEqualTo(ours);
  }
}
