package dev.lockstep.simulator.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.simulator.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoutingTest {
  private final Plane world = new Plane();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void aPublishedHostNameIsAnsweredByTheService() throws Exception {
    world.publishApi();
    TestClient.Answer answer = world.get("api.contoso.com", "/orders?id=7");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(Json.parse(answer.body().getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(
            Json.object()
                .put("host", "api.contoso.com")
                .put("path", "/orders")
                .put("endpointType", "Proxy")
                .put("region", "westeurope"));
    assertThat(answer.subject()).isEqualTo("CN=api.contoso.com");
  }

  @Test
  void withoutSniTheFirstHttpsListenerInRuleOrderShowsItsCertificate() {
    world.publishApi();
    TestClient.Answer answer = world.get(Optional.empty(), "api.contoso.com", Plane.STATUS);
    assertThat(answer.subject()).isEqualTo("CN=shop.fabrikam.com");
    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void aWildcardTakesWhatComesAfterItByPriority() {
    world.edit().publish("low", "orders.tailwind.example", "shop-we.azurewebsites.net", "/").put();
    assertThat(world.get("orders.tailwind.example", "/x").subject())
        .isEqualTo("CN=orders.tailwind.example");
    world
        .edit()
        .change("requestRoutingRules", "tailwind-rule", rule -> rule.put("priority", 15))
        .put();
    TestClient.Answer answer = world.get("orders.tailwind.example", "/x");
    assertThat(answer.subject()).isEqualTo("CN=*.tailwind.example");
    assertThat(answer.body()).startsWith("ok shop-");
  }

  @Test
  void aHostThatNoListenerTakesIsNotFound() {
    TestClient.Answer answer = world.get("nobody.example", "/");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).contains("<center>Microsoft-Azure-Application-Gateway/v2</center>");
  }

  @Test
  void redirectsKeepPathAndQueryWhenTold() {
    var http = world.at(Plane.PUBLIC, 80);
    TestClient.Answer shop = TestClient.plain(http, "shop.fabrikam.com", "/a/b?c=d");
    assertThat(shop.status()).isEqualTo(301);
    assertThat(shop.header("Location")).contains("https://shop.fabrikam.com/a/b?c=d");
    TestClient.Answer other = TestClient.plain(http, "whatever.example", "/a/b?c=d");
    assertThat(other.status()).isEqualTo(303);
    assertThat(other.header("Location")).contains("https://www.fabrikam.com");
    TestClient.Answer cart = world.get("shop.fabrikam.com", "/cart/7?c=d");
    assertThat(cart.status()).isEqualTo(302);
    assertThat(cart.header("Location")).contains("https://shop.fabrikam.com/basket?c=d");
  }

  @Test
  void pathRulesAreTriedInListOrderAndOverrideThePath() {
    assertThat(world.get("shop.fabrikam.com", "/images/cat.png").body())
        .isEqualTo("ok shop.fabrikam.com/img/cat.png");
    assertThat(world.get("shop.fabrikam.com", "/other").body())
        .matches("ok shop-(we|ne)\\.azurewebsites\\.net/other");
  }
}
