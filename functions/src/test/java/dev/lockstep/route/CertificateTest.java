package dev.lockstep.route;

import static dev.lockstep.testing.gateway.GatewaySketch.PRIVATE;
import static dev.lockstep.testing.gateway.GatewaySketch.PUBLIC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.testing.gateway.GatewaySketch;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which certificate a client sees: one behaviour per case. */
class CertificateTest {
  private final GatewaySketch gateway = new GatewaySketch();

  @Test
  void sniPicksTheCertificateOfItsListener() {
    gateway.https("shop", 10, "shop.contoso.com").https("blog", 20, "blog.contoso.com");

    assertThat(requests().certificate("blog.contoso.com")).isEqualTo("cert-blog");
  }

  @Test
  void sniPicksTheCertificateAndHostPicksTheRule() {
    gateway.https("shop", 10, "shop.contoso.com").https("blog", 20, "blog.contoso.com");

    Route route =
        requests().router().route(PUBLIC, 443, Optional.of("shop.contoso.com"), "blog.contoso.com");

    assertThat(Requests.rule(route)).isEqualTo("blog");
    assertThat(Requests.certificate(route)).isEqualTo("cert-shop");
  }

  @Test
  void sniFollowsRuleOrderAsHostsDo() {
    gateway.https("all", 10, "*.contoso.com").https("shop", 20, "shop.contoso.com");

    assertThat(requests().certificate("shop.contoso.com")).isEqualTo("cert-all");
  }

  @Test
  void anExactNameMayGoBeforeRuleOrder() {
    gateway.https("all", 10, "*.contoso.com").https("shop", 20, "shop.contoso.com");

    assertThat(Requests.to(gateway, Unverified.EXACT_SNI_FIRST).certificate("SHOP.contoso.com"))
        .isEqualTo("cert-shop");
  }

  @Test
  void anUnknownSniGetsTheFirstCertificateInRuleOrder() {
    gateway.https("late", 20, "late.contoso.com").https("early", 10, "early.contoso.com");

    assertThat(requests().certificate("nobody.example")).isEqualTo("cert-early");
    assertThat(requests().rule("nobody.example")).isEqualTo("none");
  }

  @Test
  void withoutSniTheFirstRuleDecidesNotTheFirstListener() {
    gateway.https("late", 20, "late.contoso.com").https("early", 10, "early.contoso.com");

    assertThat(requests().defaultCertificate()).isEqualTo("cert-early");
  }

  @Test
  void withoutSniABasicListenerAnswers() {
    gateway.https("early", 10, "early.contoso.com").https("all", 20);

    assertThat(requests().defaultCertificate()).isEqualTo("cert-all");
  }

  @Test
  void withoutSniTheFirstRuleMayAnswerBeforeABasicListener() {
    gateway.https("early", 10, "early.contoso.com").https("all", 20);

    assertThat(Requests.to(gateway, Unverified.FIRST_RULE_ANSWERS_WITHOUT_SNI).defaultCertificate())
        .isEqualTo("cert-early");
  }

  @Test
  void anUnknownSniGetsTheBasicListenersCertificate() {
    gateway.https("early", 10, "early.contoso.com").https("all", 20);

    assertThat(requests().certificate("nobody.example")).isEqualTo("cert-all");
  }

  @Test
  void aListenerWithoutRuleShowsNoCertificate() {
    gateway.listener("idle", "Https", PUBLIC, 443, "idle.contoso.com");
    gateway.https("shop", 10, "shop.contoso.com");

    assertThat(requests().certificate("idle.contoso.com")).isEqualTo("cert-shop");
  }

  @Test
  void httpHasNoCertificate() {
    gateway.http("plain", 10, "shop.contoso.com").https("shop", 20, "shop.contoso.com");

    assertThat(Requests.certificate(requests().http("shop.contoso.com"))).isEqualTo("none");
  }

  @Test
  void certificatesOfAnotherFrontendAreNotShown() {
    gateway.listener("inner", "Https", PRIVATE, 443, "inner.contoso.com").rule("r", "inner", 1);
    gateway.https("shop", 10, "shop.contoso.com");

    assertThat(requests().defaultCertificate()).isEqualTo("cert-shop");
    assertThat(requests().certificate("inner.contoso.com")).isEqualTo("cert-shop");
  }

  @Test
  void oneCertificateMayServeSeveralListeners() {
    gateway.https("shop", 10, "shop.contoso.com").https("blog", 20, "blog.contoso.com");
    gateway
        .element("httpListeners", "blog")
        .putObject("sslCertificate")
        .put("id", gateway.document().id().child("sslCertificates", "cert-shop").value());

    assertThat(requests().certificate("blog.contoso.com")).isEqualTo("cert-shop");
  }

  private Requests requests() {
    return Requests.to(gateway);
  }
}
