package dev.lockstep.simulator.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.simulator.host.app.AppException;
import dev.lockstep.simulator.host.app.Settings;
import dev.lockstep.simulator.host.queue.MessageTiming;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpFunctionsTest {
  private static final String[] KEY = {"x-functions-key", RunningHost.FUNCTION_KEY};
  private static final String[] MASTER = {"x-functions-key", RunningHost.MASTER_KEY};

  @TempDir private static Path folder;
  private static RunningHost host;

  @BeforeAll
  static void start() throws Exception {
    host = new RunningHost(StagedApp.in(folder).http().event(), Map.of());
  }

  @AfterAll
  static void stop() {
    host.close();
  }

  @Test
  void aFunctionSeesTheRequestAndBuildsTheResponse() throws Exception {
    var answer =
        host.send(
            "POST",
            "/api/echo/rg%2Fa%20b?q=1",
            "hello",
            "x-functions-key",
            RunningHost.FUNCTION_KEY,
            "X-Sample",
            "s");
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body())
        .isEqualTo("POST|/api/echo/rg/a b|target=rg/a b|q=1|x=s|body=hello|echo");
    assertThat(answer.headers().firstValue("x-sample")).contains("yes");
    assertThat(answer.headers().firstValue("content-type")).contains("text/x-echo");
    assertThat(host.lines.await("echo of | rg/a b")).contains(" echo ");
  }

  @Test
  void anOptionalRouteParameterMayBeAbsent() throws Exception {
    var answer = host.send("GET", "/API/Echo", "", KEY);
    assertThat(answer.body()).isEqualTo("GET|/API/Echo|target=null|q=null|x=null|body=none|echo");
  }

  @Test
  void whatNoRouteMatchesIsNotFound() throws Exception {
    assertThat(host.status("GET", "/api/none", MASTER)).isEqualTo(404);
    assertThat(host.status("GET", "/api/echo/a/b", MASTER)).isEqualTo(404);
    assertThat(host.status("DELETE", "/api/echo", MASTER)).isEqualTo(404);
    assertThat(host.status("GET", "/echo", MASTER)).isEqualTo(404);
    assertThat(host.status("GET", "/api/event", MASTER)).as("no HTTP function").isEqualTo(404);
  }

  @Test
  void keysOpenWhatTheyShould() throws Exception {
    assertThat(host.status("GET", "/api/open")).isEqualTo(200);
    assertThat(host.status("GET", "/api/echo")).isEqualTo(401);
    assertThat(host.status("GET", "/api/echo", "x-functions-key", "wrong")).isEqualTo(401);
    assertThat(host.status("GET", "/api/echo?code=" + RunningHost.FUNCTION_KEY)).isEqualTo(202);
    assertThat(host.status("GET", "/api/echo", KEY)).isEqualTo(202);
    assertThat(host.status("GET", "/api/echo", MASTER)).isEqualTo(202);
    assertThat(host.status("POST", "/api/locked")).isEqualTo(401);
    assertThat(host.status("POST", "/api/locked", KEY)).isEqualTo(401);
    assertThat(host.status("POST", "/api/locked", MASTER)).isEqualTo(200);
    assertThat(host.status("POST", "/api/locked", "x-functions-key", RunningHost.EVENT_KEY))
        .isEqualTo(401);
  }

  @Test
  void bodiesBindToTheTypesOfTheParameters() throws Exception {
    var typed =
        host.send(
            "POST", "/api/typed", "[{\"target\":\"a\",\"count\":2,\"x\":1},{\"count\":3}]", KEY);
    assertThat(typed.body()).isEqualTo("{\"count\":5}");
    assertThat(typed.headers().firstValue("content-type").orElseThrow())
        .startsWith("application/json");
    assertThat(host.send("POST", "/api/bytes", "raw ü", KEY).body()).isEqualTo("raw ü");
    assertThat(host.send("POST", "/api/typed", "{not json", KEY).statusCode()).isEqualTo(500);
  }

  @Test
  void everyInvocationGetsAnInstanceOfItsOwn() throws Exception {
    String first = host.send("POST", "/api/open", "a").body();
    String second = host.send("POST", "/api/open", "b").body();
    int before = Integer.parseInt(first.split(" ")[1]);
    assertThat(Integer.parseInt(second.split(" ")[1])).isGreaterThan(before);
    assertThat(second).endsWith(" b");
  }

  @Test
  void anExceptionIs500WithoutDetailAndIsLoggedOnOneLine() throws Exception {
    var answer = host.send("POST", "/api/failing", "now", KEY);
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).isEmpty();
    assertThat(host.lines.await("told to fail: now"))
        .contains("[Error] failing ")
        .contains("Executed (Failed");
  }

  @Test
  void theAppSeesTheJdkItsOwnJarsAndTheFunctionsInterfacesOnly() throws Exception {
    assertThat(host.send("GET", "/api/isolation", "").body())
        .isEqualTo("loader=app|context=true|jackson=false|host=false|library=true");
  }

  @Test
  void theHostTellsThatItRuns() throws Exception {
    assertThat(host.status("GET", "/")).isEqualTo(200);
    assertThat(host.status("GET", "/admin/host/status", KEY)).isEqualTo(401);
    assertThat(host.send("GET", "/admin/host/status", "", MASTER).body())
        .contains("\"state\":\"Running\"");
    assertThat(host.send("GET", "/admin/functions", "", MASTER).body())
        .contains("{\"name\":\"echo\"}");
  }

  @Test
  void addressesThatAreNotQuiteLegalAreStillServed() throws Exception {
    assertThat(raw("GET /api/open?q={a|b} HTTP/1.1")).startsWith("HTTP/1.1 200 ");
    assertThat(raw("GET /api/echo/%zz HTTP/1.1")).startsWith("HTTP/1.1 400 ");
  }

  private static String raw(String requestLine) throws Exception {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), host.host().endpoint().getPort())) {
      String request = requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  @Test
  void aPortInUseIsSaid(@TempDir Path other) throws Exception {
    StagedApp app = StagedApp.in(other).event();
    int port = host.host().endpoint().getPort();
    assertThatThrownBy(
            () ->
                FunctionsHost.start(
                    app.root(), port, new Settings(Map.of()), MessageTiming.HOST, System.out))
        .isInstanceOf(AppException.class)
        .hasMessage("cannot listen on port " + port + "; choose another with --port");
  }
}
