package dev.lockstep.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.model.HostName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostPatternTest {
  @ParameterizedTest
  @CsvSource({
    "api.contoso.com, api.contoso.com, true",
    "API.Contoso.com, api.contoso.com, true",
    "*.contoso.com, api.contoso.com, true",
    "*.contoso.com, contoso.com, false",
    "*contoso.com, api.contoso.com, true",
    "ap?.contoso.com, api.contoso.com, true",
    "ap?.contoso.com, ap.contoso.com, false",
    "api.contoso.com, apixcontoso.com, false",
    "api.*.com, api.contoso.com, true",
    "api, api.contoso.com, false"
  })
  void matches(String pattern, String host, boolean matches) {
    assertThat(HostPattern.matches(pattern, new HostName(host))).isEqualTo(matches);
  }
}
