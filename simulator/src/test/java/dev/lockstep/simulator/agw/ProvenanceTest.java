package dev.lockstep.simulator.agw;

import static dev.lockstep.simulator.TestAzure.GATEWAY;
import static dev.lockstep.simulator.TestAzure.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.TestAzure;
import dev.lockstep.simulator.audit.AuditEntry;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.token.Principals;
import org.junit.jupiter.api.Test;

/** The foreign hash of the audit: what Lockstep did not introduce. */
class ProvenanceTest {
  private final TestAzure azure = new TestAzure();

  @Test
  void whatLockstepAddsChangesRemovesIsNotForeign() {
    addPool("ours");
    assertForeignUnchanged();
    azure.as(Principals.LOCKSTEP);
    ObjectNode document = azure.read(GATEWAY);
    Json.child(Parts.named(document, "backendAddressPools", "ours").orElseThrow(), "properties")
        .set("backendAddresses", Json.array().add(json("{'fqdn':'api.contoso.com'}")));
    azure.put(GATEWAY, document);
    assertForeignUnchanged();
    pools(document).removeIf(pool -> pool.path("name").asText().equals("ours"));
    azure.put(GATEWAY, document);
    assertForeignUnchanged();
    assertThat(azure.lastAudit().hashBefore()).isNotEqualTo(azure.lastAudit().hashAfter());
  }

  @Test
  void everyChangeOfSomethingForeignShows() {
    azure.as(Principals.LOCKSTEP);
    ObjectNode document = azure.read(GATEWAY);
    Json.child(Parts.named(document, "probes", "shop-probe").orElseThrow(), "properties")
        .put("interval", 31);
    azure.put(GATEWAY, document);
    assertForeignChanged();
    document.withObject("/tags").put("touched", "yes");
    azure.put(GATEWAY, document);
    assertForeignChanged();
    Json.child(document, "properties").put("enableHttp2", false);
    azure.put(GATEWAY, document);
    assertForeignChanged();
  }

  @Test
  void evenTheOrderOfForeignElementsCounts() {
    azure.as(Principals.LOCKSTEP);
    ObjectNode document = azure.read(GATEWAY);
    ArrayNode pools = pools(document);
    pools.add(pools.remove(0));
    azure.put(GATEWAY, document);
    assertForeignChanged();
  }

  @Test
  void whereOwnElementsStandDoesNotCount() {
    azure.as(Principals.LOCKSTEP);
    ObjectNode document = azure.read(GATEWAY);
    pools(document).insertObject(0).put("name", "first").putObject("properties");
    azure.put(GATEWAY, document);
    assertForeignUnchanged();
  }

  @Test
  void aFirstElementInACollectionThatWasEmptyIsNoForeignChange() {
    azure.as(Principals.LOCKSTEP);
    ObjectNode document = azure.read(GATEWAY);
    Json.child(document, "properties")
        .withArray("sslProfiles")
        .addObject()
        .put("name", "ours")
        .putObject("properties");
    azure.put(GATEWAY, document);
    assertForeignUnchanged();
  }

  @Test
  void anElementStaysOursWhenAColleagueEditsItAndBecomesTheirsWhenTheyBringItBack() {
    addPool("ours");
    azure.as(Principals.COLLEAGUE);
    ObjectNode document = azure.read(GATEWAY);
    Json.child(Parts.named(document, "backendAddressPools", "ours").orElseThrow(), "properties")
        .putArray("backendAddresses");
    azure.put(GATEWAY, document);
    assertForeignUnchanged();
    ObjectNode without = document.deepCopy();
    pools(without).removeIf(pool -> pool.path("name").asText().equals("ours"));
    azure.put(GATEWAY, without);
    assertForeignUnchanged();
    azure.put(GATEWAY, document);
    assertForeignChanged();
  }

  @Test
  void readOnlyPartsDoNotCount() {
    addPool("ours");
    azure.finish();
    azure.as(Principals.LOCKSTEP);
    azure.put(GATEWAY, azure.read(GATEWAY));
    assertForeignUnchanged();
    assertThat(azure.lastAudit().hashBefore()).isEqualTo(azure.lastAudit().hashAfter());
  }

  private void addPool(String name) {
    azure.as(Principals.LOCKSTEP);
    ObjectNode document = azure.read(GATEWAY);
    pools(document).addObject().put("name", name).putObject("properties");
    azure.put(GATEWAY, document);
  }

  private static ArrayNode pools(ObjectNode document) {
    return Json.child(document, "properties").withArray("backendAddressPools");
  }

  private void assertForeignUnchanged() {
    AuditEntry entry = azure.lastAudit();
    assertThat(entry.status()).isEqualTo(200);
    assertThat(entry.foreignHashBefore()).isPresent().isEqualTo(entry.foreignHashAfter());
  }

  private void assertForeignChanged() {
    AuditEntry entry = azure.lastAudit();
    assertThat(entry.status()).isEqualTo(200);
    assertThat(entry.foreignHashBefore()).isPresent().isNotEqualTo(entry.foreignHashAfter());
  }
}
