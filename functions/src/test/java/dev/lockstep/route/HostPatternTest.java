package dev.lockstep.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a wildcard matches, covers and meets. */
class HostPatternTest {
  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource({
    "*.contoso.com,     shop.contoso.com,     true",
    "*.contoso.com,     a.b.contoso.com,      true",
    "*.contoso.com,     contoso.com,          false",
    "*.contoso.com,     shop.contoso.com.au,  false",
    "*.contoso.com,     shopcontoso.com,      false",
    "*.Contoso.COM,     SHOP.contoso.com,     true",
    "shop*.contoso.com, shop1.contoso.com,    true",
    "shop*.contoso.com, shop.eu.contoso.com,  true",
    "shop*.contoso.com, shop.contoso.com,     false",
    "*.contoso.*,       www.contoso.de,       true",
    "*.contoso.*,       www.contoso,          false",
    "*-contoso.*.com,   a-contoso.b.com,      true",
    "w??.contoso.com,   www.contoso.com,      true",
    "w??.contoso.com,   w1.contoso.com,       false",
    "w??.contoso.com,   w123.contoso.com,     false",
    "????.contoso.com,  shop.contoso.com,     true",
    "????.contoso.com,  a.bc.contoso.com,     true",
    "*,                 anything.example,     true",
    "a*b*c,             abbbc,                true",
    "a*b*c,             ab1c,                 false",
    "a*b*c,             a1b1c,                true",
    "a*b*c,             a1b1b1c,              true",
    "a*b*c,             a1b1,                 false",
    "shop.contoso.com,  shop.contoso.com,     true",
    "shop.contoso.com,  shop.contoso.co,      false"
  })
  void matches(String pattern, String host, boolean expected) {
    assertThat(new HostPattern(pattern).matches(host, Behaviour.DOCUMENTED)).isEqualTo(expected);
  }

  @Test
  void anAsteriskMayMatchNothing() {
    HostPattern pattern = new HostPattern("shop*.contoso.com");
    Behaviour behaviour = new Behaviour(Set.of(Unverified.ASTERISK_MATCHES_NOTHING));

    assertThat(pattern.matches("shop.contoso.com", behaviour)).isTrue();
    assertThat(pattern.mayMatch("shop.contoso.com")).isTrue();
  }

  @Test
  void aQuestionMarkMayStopAtAPeriod() {
    HostPattern pattern = new HostPattern("????.contoso.com");
    Behaviour behaviour = new Behaviour(Set.of(Unverified.QUESTION_MARK_STOPS_AT_PERIOD));

    assertThat(pattern.matches("a.bc.contoso.com", behaviour)).isFalse();
    assertThat(pattern.mayMatch("a.bc.contoso.com")).isTrue();
  }

  @ParameterizedTest(name = "{0} covers {1}: {2}")
  @CsvSource({
    "*.com,            *.contoso.com,     true",
    "*.contoso.*,      *.contoso.com,     true",
    "*,                *.contoso.com,     true",
    "*.contoso.com,    *.contoso.com,     true",
    "*.contoso.com,    *.b.contoso.com,   true",
    "*.contoso.com,    w??.contoso.com,   true",
    "*.b.contoso.com,  *.contoso.com,     false",
    "w??.contoso.com,  *.contoso.com,     false",
    "api*.contoso.com, *.contoso.com,     false",
    "?.contoso.com,    *.contoso.com,     false",
    "**.contoso.com,   *.contoso.com,     false",
    "*.fabrikam.com,   *.contoso.com,     false",
    "?a.contoso.com,   .a.contoso.com,    false"
  })
  void covers(String pattern, String other, boolean expected) {
    assertThat(new HostPattern(pattern).covers(new HostPattern(other))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} and {1} share {2}")
  @CsvSource({
    "api*.contoso.com, *.contoso.com,    apix.contoso.com",
    "api.*.com,        *.contoso.com,    api.contoso.com",
    "s*p.*.com,        *.contoso.com,    sxp.contoso.com",
    "w??.contoso.com,  *12.contoso.com,  w12.contoso.com",
    "*.contoso.com,    *.fabrikam.com,   ",
    "????.contoso.com, w??.contoso.com,  "
  })
  void share(String one, String other, String host) {
    assertThat(new HostPattern(one).common(new HostPattern(other)).orElse(null)).isEqualTo(host);
    assertThat(new HostPattern(one).meets(new HostPattern(other))).isEqualTo(host != null);
  }

  @Test
  void patternsMayMeetWhereTheyDoNotSurelyShare() {
    HostPattern one = new HostPattern("shop*.contoso.com");
    HostPattern other = new HostPattern("shop?contoso.com");

    assertThat(one.meets(other)).isTrue();
    assertThat(one.common(other)).isEmpty();
  }
}
