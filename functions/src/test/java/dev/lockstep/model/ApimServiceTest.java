package dev.lockstep.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.model.ApimService.Region;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApimServiceTest {
  private static final ResourceId ID =
      new ResourceId(
          "/subscriptions/s/resourceGroups/g/providers/Microsoft.ApiManagement/service/apim");

  @ParameterizedTest
  @CsvSource({
    "West Europe, westeurope, true",
    "westeurope, WEST EUROPE, true",
    "West Europe, West Europe 2, false",
    "West Europe, northeurope, false"
  })
  void regionsAreComparedWithoutBlanksAndCase(String location, String name, boolean same) {
    assertThat(new Region(location, List.of(), false).isNamed(name)).isEqualTo(same);
  }

  @Test
  void thePrimaryRegionIsOneOfThem() {
    ApimService service =
        new ApimService(
            ID,
            "Succeeded",
            "Internal",
            List.of("10.0.1.5"),
            List.of(),
            List.of(),
            List.of(),
            "West Europe",
            true,
            Set.of());

    assertThat(service.primary()).isEqualTo(new Region("West Europe", List.of("10.0.1.5"), true));
  }
}
