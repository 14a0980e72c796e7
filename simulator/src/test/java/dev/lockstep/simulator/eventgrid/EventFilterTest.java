package dev.lockstep.simulator.eventgrid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.simulator.event.SimulatedEvent;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventFilterTest {
  private static final SimulatedEvent EVENT = Events.write("1");

  @Test
  void typesAreIncludedByName() {
    assertThat(EventFilter.ALL.matches(EVENT)).isTrue();
    assertThat(EventFilter.types("microsoft.resources.resourcewritesuccess").matches(EVENT))
        .isTrue();
    assertThat(EventFilter.types("Microsoft.Resources.ResourceDeleteSuccess").matches(EVENT))
        .isFalse();
  }

  private static boolean subject(String begins, String ends, boolean caseSensitive) {
    return new EventFilter(Set.of(), begins, ends, caseSensitive, List.of()).matches(EVENT);
  }

  @Test
  void subjectsMatchAtTheirEnds() {
    assertThat(subject("/SUBSCRIPTIONS/1111", "/APIM-contoso", false)).isTrue();
    assertThat(subject("/SUBSCRIPTIONS/1111", "", true)).isFalse();
    assertThat(subject("/subscriptions/2222", "", false)).isFalse();
    assertThat(subject("", "/other", false)).isFalse();
    assertThat(subject("", "x".repeat(500), false)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "StringIn, data.operationName, microsoft.apimanagement/service/WRITE, true",
    "StringIn, data.operationName, Microsoft.ApiManagement/service, false",
    "StringNotIn, data.operationName, Microsoft.ApiManagement/service/write, false",
    "StringNotIn, data.operationName, other, true",
    "StringContains, data.operationName, apimanagement, true",
    "StringContains, data.operationName, backendhealth, false",
    "StringNotContains, data.operationName, backendhealth, true",
    "StringNotContains, data.operationName, service, false",
    "StringBeginsWith, data.operationName, Microsoft.Api, true",
    "StringNotBeginsWith, data.operationName, Microsoft.Api, false",
    "StringEndsWith, data.operationName, /write, true",
    "StringNotEndsWith, data.operationName, /write, false",
    "StringIn, data.missing, x, false",
    "StringNotIn, data.missing, x, true",
    "StringNotContains, data.missing, x, true",
    "StringContains, subject, apim-contoso, true",
    "StringEndsWith, eventType, WriteSuccess, true",
    "StringBeginsWith, source, /subscriptions, true",
    "StringIn, id, 1, true",
  })
  void advancedFiltersReadAttributesAndData(
      AdvancedFilter.Operator operator, String key, String value, boolean matches) {
    EventFilter filter =
        EventFilter.ALL.and(new AdvancedFilter(operator, key, List.of("none", value)));
    assertThat(filter.matches(EVENT)).isEqualTo(matches);
  }

  @Test
  void allFiltersMustHold() {
    AdvancedFilter write =
        new AdvancedFilter(
            AdvancedFilter.Operator.StringEndsWith, "data.operationName", List.of("/write"));
    AdvancedFilter never = new AdvancedFilter(AdvancedFilter.Operator.StringIn, "id", List.of("2"));
    assertThat(EventFilter.ALL.and(write).matches(EVENT)).isTrue();
    assertThat(EventFilter.ALL.and(write).and(never).matches(EVENT)).isFalse();
  }
}
