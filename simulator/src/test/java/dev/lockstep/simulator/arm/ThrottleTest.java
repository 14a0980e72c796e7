package dev.lockstep.simulator.arm;

import static dev.lockstep.simulator.TestAzure.GATEWAY;
import static dev.lockstep.simulator.TestAzure.NETWORK;
import static dev.lockstep.simulator.TestAzure.SERVICE;
import static dev.lockstep.simulator.TestAzure.SUBSCRIPTION;
import static dev.lockstep.simulator.TestAzure.ZONE;
import static dev.lockstep.simulator.TestAzure.body;
import static dev.lockstep.simulator.TestAzure.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.simulator.SimulatorOptions;
import dev.lockstep.simulator.TestAzure;
import dev.lockstep.simulator.fault.Weather;
import dev.lockstep.simulator.token.Principals;
import dev.lockstep.simulator.world.Throttling;
import dev.lockstep.simulator.world.Throttling.Bucket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ThrottleTest {
  private static final String READS = "x-ms-ratelimit-remaining-subscription-reads";

  @Test
  void anEmptyBucketRefusesUntilItsTimeHasCome() {
    TestAzure azure = with(Throttling.DOCUMENTED.withReads(new Bucket(3, 1)));
    for (int left = 2; left >= 0; left--) {
      assertThat(azure.get(GATEWAY).header(READS)).contains(Integer.toString(left));
    }
    ArmResponse refused = azure.get(GATEWAY);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).contains("1");
    assertThat(refused.header(READS)).contains("0");
    assertThat(body(refused).at("/error/code").asText()).isEqualTo("SubscriptionRequestsThrottled");
    assertThat(body(refused).at("/error/message").asText())
        .isEqualTo(
            "Number of requests for subscription '11111111-1111-1111-1111-111111111111' and operation 'GET/SUBSCRIPTIONS/RESOURCEGROUPS/PROVIDERS/MICROSOFT.NETWORK/APPLICATIONGATEWAYS' exceeded the backend storage limit. Please try again after '1' seconds.");
    assertThat(azure.lastAudit().status()).isEqualTo(429);
    azure.pass(Duration.ofMillis(999));
    assertThat(azure.get(GATEWAY).status()).as("too early").isEqualTo(429);
    azure.pass(Duration.ofMillis(1));
    assertThat(azure.get(GATEWAY).status()).isEqualTo(200);
  }

  @Test
  void othersAndOtherKindsHaveTheirOwnBuckets() {
    TestAzure azure = with(Throttling.DOCUMENTED.withReads(new Bucket(1, 1)));
    azure.get(GATEWAY);
    assertThat(azure.get(GATEWAY).status()).isEqualTo(429);
    assertThat(azure.patch(SERVICE, json("{'tags': {}}")).status()).isEqualTo(202);
    assertThat(azure.get("/subscriptions").status()).as("the tenant's bucket").isEqualTo(200);
    assertThat(azure.as(Principals.COLLEAGUE).get(GATEWAY).status()).isEqualTo(200);
  }

  @Test
  void aRefusedWriteChangesNothing() {
    TestAzure azure = with(Throttling.DOCUMENTED.withWrites(new Bucket(1, 1)));
    var document = azure.read(GATEWAY);
    assertThat(azure.put(GATEWAY, document).status()).isEqualTo(200);
    azure.finish();
    azure.put(GATEWAY, document);
    azure.put(GATEWAY, document.put("location", "elsewhere"));
    assertThat(azure.lastAudit().status()).isEqualTo(429);
    assertThat(azure.lastAudit().hashAfter()).isEqualTo(azure.lastAudit().hashBefore());
  }

  @Test
  void countingAloneRefusesNothing() {
    TestAzure azure = with(Throttling.COUNTED.withReads(new Bucket(1, 1)));
    for (int i = 0; i < 5; i++) {
      assertThat(azure.get(GATEWAY).status()).isEqualTo(200);
    }
    assertThat(azure.get(GATEWAY).header(READS)).contains("0");
  }

  @Test
  void dnsCountsItsOwnRequestsAndTheNetworkProviderItsWrites() {
    TestAzure azure = new TestAzure();
    String own = "x-ms-ratelimit-remaining-subscription-resource-requests";
    assertThat(azure.get(ZONE).header(own)).contains("499");
    assertThat(azure.put(ZONE + "/A/n", json("{'properties': {'ttl': 60}}")).header(own))
        .contains("11999");
    assertThat(azure.get(GATEWAY).header(own)).isEmpty();
    ArmResponse last = azure.get(GATEWAY);
    for (int i = 0; i < 1001; i++) {
      azure.pass(Duration.ofMillis(120));
      last = azure.patch(NETWORK, json("{'tags': {}}"));
    }
    assertThat(last.status()).isEqualTo(429);
    assertThat(body(last).at("/error/details/0/code").asText())
        .isEqualTo("RetryableErrorDueToTooManyCalls");
    assertThat(last.header("Retry-After")).contains("180");
  }

  /** Sixty changes of one private zone a minute, whatever the name. */
  @Test
  void recordsOfAZoneAreCountedByTheMinute() {
    TestAzure azure = new TestAzure();
    ArmResponse last = azure.get(ZONE);
    for (int i = 0; i <= 60; i++) {
      last = azure.put(ZONE + "/A/n" + i, json("{'properties': {'ttl': 60}}"));
      azure.pass(Duration.ofMillis(500));
    }
    assertThat(last.status()).isEqualTo(429);
    assertThat(last.header("Retry-After")).contains("30");
    assertThat(body(last).at("/error/code").asText()).isEqualTo("ResourceRequestsThrottled");
    assertThat(body(last).at("/error/message").asText())
        .isEqualTo(
            "Number of requests for action 'Microsoft.Network/privateDnsZones/A/write' exceeded the limit of '60' for time interval '00:01:00'. Please try again after '30' seconds.");
    assertThat(azure.get(ZONE + "/A/n59").status()).as("reads are counted apart").isEqualTo(200);
    assertThat(azure.get(ZONE + "/A/n60").status()).isEqualTo(404);
    azure.pass(Duration.ofSeconds(30));
    assertThat(azure.put(ZONE + "/A/n60", json("{'properties': {'ttl': 60}}")).status())
        .isEqualTo(201);
  }

  @Test
  void theTenantHasHeadersOfItsOwn() {
    assertThat(
            new TestAzure().get("/subscriptions").header("x-ms-ratelimit-remaining-tenant-reads"))
        .contains("249");
  }

  @Test
  void theControlApiSetsTheBuckets() {
    TestAzure azure = new TestAzure();
    assertThat(azure.control("PATCH", "/throttling", json("{'reads': 1}")).status()).isEqualTo(200);
    azure.get(GATEWAY);
    assertThat(azure.get(GATEWAY).status()).isEqualTo(429);
    azure.control("PATCH", "/throttling", json("{'enforced': false}"));
    assertThat(azure.get(GATEWAY).status()).isEqualTo(200);
    ArmResponse bad = azure.control("PATCH", "/throttling", json("{'reads': 0, 'wrtes': 2}"));
    assertThat(bad.status()).isEqualTo(400);
    assertThat(body(bad).path("problems")).hasSize(2);
    assertThat(azure.get(SUBSCRIPTION).status()).isEqualTo(200);
  }

  private static TestAzure with(Throttling throttling) {
    return new TestAzure(
        SimulatorOptions.DEFAULT.withWeather(Weather.FAIR.withThrottling(throttling)));
  }
}
