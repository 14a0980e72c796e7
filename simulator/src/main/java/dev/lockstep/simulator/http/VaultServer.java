package dev.lockstep.simulator.http;

import dev.lockstep.simulator.keyvault.api.VaultApi;
import dev.lockstep.simulator.token.VaultGate;
import io.undertow.Undertow;
import io.undertow.server.handlers.BlockingHandler;
import java.net.InetSocketAddress;
import java.util.List;
import javax.net.ssl.SSLContext;

/** The HTTPS socket of all vaults, on 127.0.0.1. */
public final class VaultServer implements AutoCloseable {
  /** Names for which its certificate must be: vaults of the public, Chinese and US clouds. */
  public static final List<String> NAMES =
      List.of("*.vault.azure.net", "*.vault.azure.cn", "*.vault.usgovcloudapi.net");

  private static final String LOOPBACK = "127.0.0.1";

  private final Undertow undertow;

  private VaultServer(Undertow undertow) {
    this.undertow = undertow;
  }

  /**
   * Opens the socket on a free port.
   *
   * @param login URL of the login service, to which clients without a token are sent
   */
  public static VaultServer start(VaultApi vaults, VaultGate gate, String login, SSLContext tls) {
    Undertow undertow =
        Undertow.builder()
            .setIoThreads(1)
            .setWorkerThreads(4)
            .addListener(
                new Undertow.ListenerBuilder()
                    .setType(Undertow.ListenerType.HTTPS)
                    .setHost(LOOPBACK)
                    .setPort(0)
                    .setSslContext(tls)
                    .setRootHandler(
                        new BlockingHandler(new Guarded(new VaultHandler(vaults, gate, login)))))
            .build();
    undertow.start();
    return new VaultServer(undertow);
  }

  /** Where it is: the name of a vault follows as first part of the path. */
  public String endpoint() {
    return "https://"
        + LOOPBACK
        + ":"
        + ((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort();
  }

  @Override
  public void close() {
    undertow.stop();
  }
}
