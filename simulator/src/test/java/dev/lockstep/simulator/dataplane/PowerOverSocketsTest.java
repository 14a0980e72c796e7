package dev.lockstep.simulator.dataplane;

import static dev.lockstep.simulator.TestAzure.GATEWAY;
import static dev.lockstep.simulator.TestAzure.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.simulator.host.Eventually;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A stopped gateway refuses every connection until somebody starts it or writes it. */
class PowerOverSocketsTest {
  private static final String HOST = "api.contoso.com";

  private final Plane world = new Plane();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void aStoppedGatewayRefusesConnectionsUntilItIsStarted() {
    stopped();
    world.azure.patch(GATEWAY, json("{'tags':{'a':'b'}}"));
    world.azure.finish();
    assertThat(world.plane.addresses()).as("new tags start nothing").isEmpty();
    assertThat(world.azure.post(GATEWAY + "/start").status()).isEqualTo(202);
    assertThat(world.plane.addresses()).as("while it starts").isEmpty();
    world.azure.finish();
    assertThat(world.get(HOST, Plane.STATUS).status()).isEqualTo(200);
  }

  @Test
  void aPutStartsAStoppedGateway() {
    stopped();
    world.edit().put();
    assertThat(world.get(HOST, Plane.STATUS).status()).isEqualTo(200);
  }

  /** With one endpoint published; nobody listens where it listened. */
  private void stopped() {
    world.publishApi();
    assertThat(world.get(HOST, Plane.STATUS).status()).isEqualTo(200);
    InetSocketAddress https = world.at(Plane.PUBLIC, 443);
    assertThat(world.azure.post(GATEWAY + "/stop").status()).isEqualTo(202);
    world.azure.finish();
    Eventually.holds("the socket is closed", () -> refuses(https));
    assertThatThrownBy(() -> TestClient.get(https, HOST, Plane.STATUS))
        .hasRootCauseInstanceOf(java.net.ConnectException.class);
    assertThat(world.plane.addresses()).isEmpty();
  }

  private static boolean refuses(InetSocketAddress address) {
    try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
      return !socket.isConnected();
    } catch (IOException refused) {
      return true;
    }
  }
}
