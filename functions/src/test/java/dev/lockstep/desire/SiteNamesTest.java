package dev.lockstep.desire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.model.HostName;
import dev.lockstep.model.InstanceId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteNamesTest {
  private static final ElementNames NAMES = new ElementNames("ls", new InstanceId("blue"));

  @Test
  void oneNameForEachElement() {
    SiteNames names = of("api.contoso.com");

    assertThat(names.key(Kind.POOL).name()).isEqualTo("ls-blue-pool-api.contoso.com");
    assertThat(names.key(Kind.LISTENER, "").name()).isEqualTo("ls-blue-listener-api.contoso.com");
    assertThat(names.key(Kind.LISTENER, "private").name())
        .isEqualTo("ls-blue-listener-api.contoso.com..private");
    assertThat(names.http(Kind.LISTENER, "").name())
        .isEqualTo("ls-blue-listener-api.contoso.com..http");
    assertThat(names.http(Kind.RULE, "private").name())
        .isEqualTo("ls-blue-rule-api.contoso.com..private..http");
    assertThat(names.key(Kind.REDIRECT, "").toString())
        .isEqualTo("redirectConfigurations/ls-blue-redirect-api.contoso.com");
    assertThat(names.all(Kind.RULE)).hasSize(6).contains(names.http(Kind.RULE, "public"));
    assertThat(names.all(Kind.RULE)).allMatch(NAMES::looksLike);
  }

  @Test
  void longNamesAreCutAndStayApart() {
    SiteNames names = of("a".repeat(60) + ".contoso.com");

    assertThat(names.all(Kind.SETTINGS))
        .hasSize(6)
        .allSatisfy(key -> assertThat(key.name()).hasSizeLessThanOrEqualTo(80));
  }

  @ParameterizedTest
  @CsvSource({
    "api.contoso.com, api.contoso.com",
    "api.contoso.com..private, api.contoso.com",
    "api.contoso.com..private..http, api.contoso.com",
    "wildcard..contoso.com, *.contoso.com",
    "wildcard..contoso.com..http, *.contoso.com",
    "wildcard.contoso.com..public, wildcard.contoso.com",
    "443, ",
    "..http, "
  })
  void theHostIsReadBackFromTheName(String subject, String host) {
    assertThat(SiteNames.hostIn(subject).map(HostName::value).orElse(null)).isEqualTo(host);
  }

  @Test
  void aPoolHasSomebodyInIt() {
    assertThatThrownBy(() -> new PoolMembers.ByAddress(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a pool needs an address");
    assertThatThrownBy(() -> new PoolMembers.ByName(new HostName("*.contoso.com")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("nothing resolves *.contoso.com; name addresses");
    assertThat(new PoolMembers.ByAddress(List.of("10.0.1.6", "10.0.1.5", "10.0.1.6")).addresses())
        .containsExactly("10.0.1.5", "10.0.1.6");
  }

  private static SiteNames of(String host) {
    return new SiteNames(NAMES, new HostName(host));
  }
}
