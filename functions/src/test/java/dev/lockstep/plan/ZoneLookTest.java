package dev.lockstep.plan;

import static dev.lockstep.plan.DnsEstates.foreign;
import static dev.lockstep.plan.DnsEstates.marked;
import static dev.lockstep.plan.DnsEstates.ours;
import static dev.lockstep.plan.Estates.SERVICE;
import static dev.lockstep.plan.Estates.ZONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.desire.OwnerMark;
import dev.lockstep.model.RecordSet;
import dev.lockstep.model.Zone;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands at a name, what is in our way there, and what answers for it. */
class ZoneLookTest {
  private static final OwnerMark MARK = new OwnerMark(SERVICE, Estates.INSTANCE);

  @ParameterizedTest
  @CsvSource({
    "api, A, true",
    "API, A, true",
    "api, CNAME, true",
    "api, NS, true",
    "Sub, NS, false",
    "api, AAAA, false",
    "api, TXT, false",
    "api, MX, false",
    "*, A, false",
    "*, CNAME, false",
    "@, NS, false",
    "xapi, A, false",
    "x.api, A, false"
  })
  void aForeignRecordSetIsInTheWayOfTheNameOrNot(String name, String type, boolean inTheWay) {
    RecordSet record = foreign(name, type, "10.9.9.9");

    assertThat(look(record).inTheWay("api", MARK).isPresent()).isEqualTo(inTheWay);
  }

  @Test
  void aDelegationIsInTheWayOfAllBelowIt() {
    assertThat(look(foreign("Sub", "NS")).inTheWay("api.sub", MARK)).isPresent();
    assertThat(look(foreign("sub", "NS")).inTheWay("apisub", MARK)).isEmpty();
  }

  @Test
  void ourOwnIsNotInTheWayButThatOfOtherOwnersIs() {
    assertThat(look(ours("API", "10.0.1.5")).inTheWay("api", MARK)).isEmpty();
    assertThat(look(ours("api")).inTheWay("api", MARK)).isEmpty();
    assertThat(look(marked("api", SERVICE, "blue", "10.0.1.5")).inTheWay("api", MARK)).isPresent();
    assertThat(
            look(marked("api", Estates.service("other"), "lockstep", "10.0.1.5"))
                .inTheWay("api", MARK))
        .isPresent();
  }

  @Test
  void onlyARecordSetOfAddressesIsFoundAtAName() {
    ZoneLook look = look(foreign("api", "AAAA"), foreign("Api", "A", "10.9.9.9"));

    assertThat(look.addressesAt("api").map(RecordSet::name)).contains("Api");
    assertThat(look.addressesAt("apis")).isEmpty();
    assertThat(look(foreign("api", "CNAME")).addressesAt("api")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "api, api",
    "API, api",
    "new, *",
    "new.sub, *.sub",
    "deep.new.sub, *.sub",
    "new.api, -",
    "x.new, *",
    "txt, -",
    "sub, -",
    "@, -"
  })
  void aNameIsAnsweredAsDnsDoes(String name, String by) {
    ZoneLook look =
        look(
            foreign("api", "A", "10.1.1.1"),
            foreign("*", "A", "10.1.1.2"),
            foreign("*.Sub", "CNAME"),
            foreign("txt", "TXT"));

    assertThat(
            look.answering(name).map(r -> r.name().toLowerCase(java.util.Locale.ROOT)).orElse("-"))
        .isEqualTo(by);
  }

  @Test
  void theApexIsAnsweredByItselfAlone() {
    assertThat(look(foreign("@", "A", "10.1.1.1"), foreign("*", "A", "10.1.1.2")).answering("@"))
        .map(RecordSet::name)
        .contains("@");
  }

  @ParameterizedTest
  @ValueSource(strings = {"api", "a.b.c", "@"})
  void anEmptyZoneAnswersNothing(String name) {
    assertThat(look().answering(name)).isEmpty();
    assertThat(look().inTheWay(name, MARK)).isEmpty();
  }

  private static ZoneLook look(RecordSet... records) {
    return new ZoneLook(new Zone(ZONE, List.of(records)));
  }
}
