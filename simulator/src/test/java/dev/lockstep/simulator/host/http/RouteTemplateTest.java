package dev.lockstep.simulator.host.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.simulator.host.app.AppException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTemplateTest {
  private static Optional<Map<String, String>> match(String template, String path) {
    List<String> segments =
        Arrays.stream(path.split("/")).filter(segment -> !segment.isEmpty()).toList();
    return RouteTemplate.parse(template).match(segments);
  }

  @Test
  void literalsIgnoreCaseAndParametersCapture() {
    assertThat(match("api/resync/{target?}", "API/Resync/gw")).contains(Map.of("target", "gw"));
    assertThat(match("api/resync/{target?}", "api/resync")).contains(Map.of());
    assertThat(match("api/resync/{target?}", "api/resync/a/b")).isEmpty();
    assertThat(match("api/status", "api")).isEmpty();
    assertThat(match("/status", "status")).contains(Map.of());
  }

  @Test
  void defaultsAndCatchAllFillIn() {
    assertThat(match("a/{b=c}", "a")).contains(Map.of("b", "c"));
    assertThat(match("a/{b=c}", "a/d")).contains(Map.of("b", "d"));
    assertThat(match("files/{*path}", "files/x/y")).contains(Map.of("path", "x/y"));
    assertThat(match("files/{*path}", "files")).contains(Map.of());
  }

  @ParameterizedTest
  @CsvSource({
    "x/{id:int}, x/12, true",
    "x/{id:int}, x/-12, true",
    "x/{id:int}, x/twelve, false",
    "x/{id:int}, x/99999999999, false",
    "x/{id:long}, x/99999999999, true",
    "x/{id:bool}, x/True, true",
    "x/{id:guid}, x/11111111-1111-1111-1111-111111111111, true",
    "x/{id:guid}, x/1111, false",
    "x/{id:alpha}, x/abc, true",
    "x/{id:alpha}, x/ab1, false",
    "x/{id:int:min(5)}, x/5, true",
    "x/{id:int:min(5)}, x/4, false",
    "x/{id:max(5)}, x/6, false",
    "'x/{id:range(1,5)}', x/3, true",
    "'x/{id:range(1,5)}', x/6, false",
    "x/{id:length(3)}, x/abc, true",
    "x/{id:minlength(3)}, x/ab, false",
    "x/{id:maxlength(3)?}, x, true",
    "x/{id:regex(^[a-z]:?$)}, x/a:, true",
    "x/{id:regex(^a/b$)}, x/c, false",
  })
  void constraintsDecide(String template, String path, boolean matches) {
    assertThat(match(template, path).isPresent()).isEqualTo(matches);
  }

  @Test
  void specificTemplatesComeFirst() {
    List<String> order =
        List.of("{*all}", "a/{b}", "a/{b:int}", "a/b").stream()
            .map(RouteTemplate::parse)
            .sorted(java.util.Comparator.comparing(RouteTemplate::precedence))
            .map(RouteTemplate::toString)
            .toList();
    assertThat(order).containsExactly("a/b", "a/{b:int}", "a/{b}", "{*all}");
  }

  @Test
  void anUnknownConstraintIsNamed() {
    assertThatThrownBy(() -> RouteTemplate.parse("a/{b:color}"))
        .isInstanceOf(AppException.class)
        .hasMessage("unknown route constraint 'color'");
  }
}
