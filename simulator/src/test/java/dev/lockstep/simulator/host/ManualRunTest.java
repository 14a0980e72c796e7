package dev.lockstep.simulator.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManualRunTest {
  private static final String[] MASTER = {"x-functions-key", RunningHost.MASTER_KEY};

  @TempDir private static Path folder;
  private static RunningHost host;

  @BeforeAll
  static void start() throws Exception {
    host =
        new RunningHost(StagedApp.in(folder).http().timer().event(), Map.of("TICK", "0 0 0 1 1 *"));
  }

  @AfterAll
  static void stop() {
    host.close();
  }

  @Test
  void aTimerFunctionRunsByHand() throws Exception {
    var answer = host.send("POST", "/admin/functions/tick", "{\"input\":\"by hand\"}", MASTER);
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(host.lines.await("tick by hand")).contains("[Information] tick ");
    assertThat(host.lines.await("Executed (Succeeded")).contains("tick");
  }

  @Test
  void anEventFunctionTakesJsonAsItsInput() throws Exception {
    var answer = host.send("POST", "/admin/functions/EVENT", "{\"input\":{\"id\":7}}", MASTER);
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(host.lines.await("got {\"id\":7}")).contains("[Information] event ");
  }

  @Test
  void otherCallsAreRefused() throws Exception {
    String path = "/admin/functions/tick";
    assertThat(host.status("POST", path)).isEqualTo(401);
    assertThat(host.status("POST", path, "x-functions-key", RunningHost.FUNCTION_KEY))
        .isEqualTo(401);
    assertThat(host.status("POST", "/admin/functions/none", MASTER)).isEqualTo(404);
    assertThat(host.status("POST", "/admin/functions/echo", MASTER)).isEqualTo(400);
    assertThat(host.send("POST", path, "{not json", MASTER).statusCode()).isEqualTo(400);
    assertThat(host.send("POST", path, "[]", MASTER).statusCode()).isEqualTo(400);
  }
}
