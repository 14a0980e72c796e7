package dev.lockstep.simulator.dataplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.simulator.host.Eventually;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of connections that clients keep open. */
class ConnectionsTest {
  private static final int LIMIT_MILLIS = 20_000;

  private final Plane world = new Plane();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void aConnectionOfAnEarlierDocumentGetsOneMoreAnswerAndIsAskedToEnd() throws IOException {
    try (Socket client = client()) {
      assertThat(ask(client).header("Connection")).isNotEqualTo("close");
      world.edit().put();
      TestClient.Answer last = ask(client);
      assertThat(last.status()).isEqualTo(301);
      assertThat(last.header("Connection")).contains("close");
      assertThatThrownBy(() -> ask(client)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aConnectionOfAnEarlierDocumentIsCutWhenTheDrainTimeIsOver() throws IOException {
    try (Socket client = client()) {
      ask(client);
      world.edit().put();
      // shop-settings drains for a minute.
      world.azure.pass(Duration.ofSeconds(59));
      client.setSoTimeout(200);
      assertThatThrownBy(() -> client.getInputStream().read()).hasMessageContaining("timed out");
      world.azure.pass(Duration.ofSeconds(1));
      client.setSoTimeout(LIMIT_MILLIS);
      assertThat(client.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void theSocketOfAnEntranceStaysThroughUpdatesAndClosesWithTheGateway() {
    var before = world.at(Plane.PUBLIC, 443);
    world.publishApi();
    assertThat(world.at(Plane.PUBLIC, 443)).isEqualTo(before);
    world.azure.delete(dev.lockstep.simulator.TestAzure.GATEWAY);
    world.azure.finish();
    assertThat(world.plane.addresses()).isEmpty();
    Eventually.holds("nobody listens", () -> refused(before.getPort()));
  }

  private static boolean refused(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return !socket.isConnected();
    } catch (IOException refused) {
      return true;
    }
  }

  private Socket client() throws IOException {
    Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), world.at(Plane.PUBLIC, 80).getPort());
    socket.setSoTimeout(LIMIT_MILLIS);
    return socket;
  }

  private static TestClient.Answer ask(Socket socket) throws IOException {
    return TestClient.exchangeKept(socket, "shop.fabrikam.com", "/");
  }
}
