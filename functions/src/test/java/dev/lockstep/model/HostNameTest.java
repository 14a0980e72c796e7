package dev.lockstep.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNameTest {
  @ParameterizedTest
  @CsvSource({
    "API.Contoso.com., api.contoso.com",
    "b\u00fccher.example, xn--bcher-kva.example",
    "B\u00dcCHER.example, xn--bcher-kva.example",
    "*.b\u00fccher.example, *.xn--bcher-kva.example",
    "api.b\u00fccher\u3002example, api.xn--bcher-kva.example",
    "XN--Bcher-KVA.example, xn--bcher-kva.example",
    // Unicode Technical Standard 46, table of deviations, nontransitional.
    "fa\u00df.de, xn--fa-hia.de",
    "\u03b2\u03cc\u03bb\u03bf\u03c2.com, xn--nxasmm1c.com",
    "\u0392\u038c\u039b\u039f\u03a3.com, xn--nxasmq6b.com",
    "\u65e5\u672c\u8a9e.jp, xn--wgv71a119e.jp"
  })
  void aNameHasOneForm(String text, String form) {
    assertThat(new HostName(text)).isEqualTo(new HostName(form)).hasToString(form);
  }

  @Test
  void sharpSIsAnotherNameThanDoubleS() {
    assertThat(new HostName("stra\u00dfe.example")).isNotEqualTo(new HostName("strasse.example"));
    assertThat(new HostName("stra\u00dfe.example").value()).isEqualTo("xn--strae-oqa.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"com", "a..b", "-a.com", "a-.com", "a.*.com", "*", "a b.com", "\u00df"})
  void whatIsNoHostName(String text) {
    assertThatThrownBy(() -> new HostName(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("not a host name: ");
    assertThat(HostName.tryParse(text)).isEmpty();
  }

  @Test
  void labelsOfNonAsciiLettersAreTooLongWhenTheirEncodingIs() {
    assertThat(HostName.tryParse("\u00fc".repeat(60) + ".com")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "api.contoso.com, api.contoso.com",
    "xn--bcher-kva.example, xn--bcher-kva.example (b\u00fccher.example)",
    "*.xn--bcher-kva.example, *.xn--bcher-kva.example (*.b\u00fccher.example)"
  })
  void internationalNamesAreShownInBothForms(String name, String shown) {
    assertThat(new HostName(name).shown()).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "*.contoso.com, api.contoso.com, true",
    "*.contoso.com, a.b.contoso.com, false",
    "*.contoso.com, contoso.com, false",
    "*.contoso.com, *.contoso.com, false",
    "*.contoso.com, api.fabrikam.com, false",
    "api.contoso.com, api.contoso.com, false"
  })
  void aWildcardCoversOneLabel(String wildcard, String name, boolean covers) {
    assertThat(new HostName(wildcard).covers(new HostName(name))).isEqualTo(covers);
  }

  @Test
  void aZoneMayBeWrittenInLetters() {
    HostName host = new HostName("api.eu.b\u00fccher.example");

    assertThat(host.isWithin("B\u00fccher.example")).isTrue();
    assertThat(host.relativeTo("b\u00fccher.example")).isEqualTo("api.eu");
    assertThat(host.relativeTo("xn--bcher-kva.example")).isEqualTo("api.eu");
    assertThat(new HostName("b\u00fccher.example").relativeTo("b\u00fccher.example"))
        .isEqualTo("@");
    assertThat(host.isWithin("ucher.example")).isFalse();
    assertThatThrownBy(() -> host.relativeTo("other.example"))
        .hasMessage(host + " is not within zone other.example");
  }
}
