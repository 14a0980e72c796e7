package dev.lockstep.plan;

import static dev.lockstep.plan.Estates.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.desire.ElementNames;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.OwnerRecord;
import dev.lockstep.model.OwnerRecord.Owned;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The truth table of ownership, line by line. */
class WhoseTest {
  private static final List<ElementNames> NAMES =
      Whose.names(Estates.INSTANCE, Estates.contoso().bindings.values());

  @ParameterizedTest
  @CsvSource({
    "made, true, true, OURS",
    "made, true, false, OURS",
    "adopted, true, false, ADOPTED",
    "adopted, true, true, ADOPTED",
    "made, false, true, FORGOTTEN",
    "adopted, false, false, FORGOTTEN",
    "no, true, true, ORPHANED",
    "no, true, false, FOREIGN",
    "no, false, true, NOBODYS",
    "no, false, false, NOBODYS"
  })
  void anElementIs(String recorded, boolean present, boolean named, Whose whose) {
    ElementKey key = new ElementKey("probes", named ? "ls-lockstep-probe-x" : "their-probe");
    OwnerRecord record =
        recorded.equals("no")
            ? OwnerRecord.EMPTY
            : new OwnerRecord(
                Map.of(key, new Owned(SERVICE, Optional.empty(), "h", recorded.equals("adopted"))));
    String probes = present ? "[{'name':'" + key.name() + "','properties':{}}]" : "[]";
    GatewayDocument document =
        GatewayDocument.of(
            Json.of("{'id':'" + Estates.GATEWAY + "','properties':{'probes':" + probes + "}}"));

    assertThat(Whose.of(key, record, document, NAMES)).isEqualTo(whose);
  }

  @Test
  void aReleasedElementOfOursIsOrphanedAndAnAdoptedOneForeign() {
    Estates made = Estates.contoso().converged();
    Estates adopted = HandMadeEstates.adopted(HandMadeEstates.api(), HandMadeEstates.API);
    ElementKey ours = new ElementKey("probes", "ls-lockstep-probe-api.contoso.com");
    ElementKey theirs = new ElementKey("probes", "probe-apim-gateway");

    made.owned = Release.of(made.input(), HandMadeEstates.API).orElseThrow().ownedAfter();
    assertThat(whose(adopted, theirs)).isEqualTo(Whose.ADOPTED);
    adopted.owned = Release.of(adopted.input(), HandMadeEstates.API).orElseThrow().ownedAfter();

    assertThat(whose(made, ours)).isEqualTo(Whose.ORPHANED);
    assertThat(whose(adopted, theirs)).isEqualTo(Whose.FOREIGN);
  }

  private static Whose whose(Estates estates, ElementKey key) {
    return Whose.of(key, estates.owned, GatewayDocument.of(estates.gateway), NAMES);
  }

  @Test
  void anotherInstancesNamesAreForeign() {
    ElementKey key = new ElementKey("probes", "ls-green-probe-x");
    GatewayDocument document =
        GatewayDocument.of(
            Json.of(
                "{'id':'"
                    + Estates.GATEWAY
                    + "','properties':{'probes':[{'name':'ls-green-probe-x'}]}}"));

    assertThat(Whose.of(key, OwnerRecord.EMPTY, document, NAMES)).isEqualTo(Whose.FOREIGN);
  }
}
