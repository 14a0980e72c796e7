package dev.lockstep.simulator.openapi;

import static dev.lockstep.simulator.TestAzure.GATEWAY;
import static dev.lockstep.simulator.TestAzure.GROUP;
import static dev.lockstep.simulator.TestAzure.SERVICE;
import static dev.lockstep.simulator.TestAzure.ZONE;
import static dev.lockstep.simulator.TestAzure.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.simulator.TestAzure;
import dev.lockstep.simulator.arm.ArmResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The list of deviations is true, and nothing stands in it that the simulator does not do. */
class DeviationsTest {
  private static final Specification SPECIFICATION = Specification.load();

  static List<Deviation> deviations() {
    return Deviations.load(SPECIFICATION).all();
  }

  @ParameterizedTest
  @MethodSource("deviations")
  void everyRecordingOfADeviationShowsIt(Deviation deviation) {
    assertThat(deviation.why()).isNotBlank();
    assertThat(deviation.recordings()).isNotEmpty();
    for (String recording : deviation.recordings()) {
      assertThat(Recordings.violations(recording, SPECIFICATION))
          .as(recording)
          .anyMatch(deviation::covers);
    }
  }

  @Test
  void everyDeviationIsUsed() {
    ConformanceWitness.begin();
    play();
    List<Violation> used = ConformanceWitness.covered();
    assertThat(deviations()).allSatisfy(one -> assertThat(used).anyMatch(one::covers));
  }

  /** What a client does that meets all of them. */
  private static void play() {
    TestAzure azure = new TestAzure();
    azure.finishing(azure.put(GATEWAY, azure.read(GATEWAY)));
    ArmResponse superseded = azure.put(GATEWAY, azure.read(GATEWAY));
    azure.put(GATEWAY, azure.read(GATEWAY));
    azure.get(superseded.header("Azure-AsyncOperation").orElseThrow());
    azure.finishing(azure.post(GATEWAY + "/backendhealth"));
    azure.put(ZONE, json("{'location':'global'}"));
    String set = ZONE + "/A/api";
    azure.put(set, json("{'properties':{'ttl':60}}"));
    azure.put(set, json("{'properties':{'ttl':60}}"), "If-None-Match", "*");
    String zone = GROUP + "/providers/Microsoft.Network/dnsZones/fabrikam.com";
    azure.put(zone + "?api-version=2018-05-01", json("{'location':'global'}"));
    azure.finishing(azure.put(SERVICE, azure.read(SERVICE)));
    azure.put(SERVICE, azure.read(SERVICE));
    azure.put(SERVICE, azure.read(SERVICE));
  }
}
