package dev.lockstep.simulator.http;

import dev.lockstep.simulator.arm.ArmApi;
import dev.lockstep.simulator.control.ControlApi;
import dev.lockstep.simulator.token.ArmGate;
import dev.lockstep.simulator.token.IdentityEndpoint;
import dev.lockstep.simulator.token.LoginEndpoint;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.BlockingHandler;
import java.net.InetSocketAddress;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLContext;

/** The two sockets of the control plane, both on 127.0.0.1. */
public final class Server implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";
  private static final long LARGEST_BODY = 8L * 1024 * 1024;
  // Kept here so that the levels set on them are not lost with the loggers.
  private static final Logger UNDERTOW = Logger.getLogger("io.undertow");
  private static final Logger XNIO = Logger.getLogger("org.xnio");
  private static final Logger THREADS = Logger.getLogger("org.jboss.threads");

  private final Undertow undertow;

  private Server(Undertow undertow) {
    this.undertow = undertow;
  }

  /** What the HTTPS socket serves. */
  public static HttpHandler secure(ArmApi arm, ArmGate gate, LoginEndpoint login) {
    return new SecureHandler(arm, gate, login);
  }

  /** What the HTTP socket serves. */
  public static HttpHandler plain(IdentityEndpoint identity, ControlApi control) {
    return new PlainHandler(identity, control);
  }

  /** Opens both sockets; a port of 0 takes a free one. */
  public static Server start(
      int securePort, int plainPort, SSLContext tls, HttpHandler secure, HttpHandler plain) {
    UNDERTOW.setLevel(Level.WARNING);
    XNIO.setLevel(Level.WARNING);
    THREADS.setLevel(Level.WARNING);
    Undertow undertow =
        Undertow.builder()
            .setIoThreads(2)
            .setWorkerThreads(16)
            .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, LARGEST_BODY)
            .addListener(
                new Undertow.ListenerBuilder()
                    .setType(Undertow.ListenerType.HTTPS)
                    .setHost(LOOPBACK)
                    .setPort(securePort)
                    .setSslContext(tls)
                    .setRootHandler(new BlockingHandler(new Guarded(secure))))
            .addListener(
                new Undertow.ListenerBuilder()
                    .setType(Undertow.ListenerType.HTTP)
                    .setHost(LOOPBACK)
                    .setPort(plainPort)
                    .setRootHandler(new BlockingHandler(new Guarded(plain))))
            .build();
    undertow.start();
    return new Server(undertow);
  }

  /** Port of the HTTPS socket. */
  public int securePort() {
    return port(0);
  }

  /** Port of the HTTP socket. */
  public int plainPort() {
    return port(1);
  }

  @Override
  public void close() {
    undertow.stop();
  }

  private int port(int listener) {
    return ((InetSocketAddress) undertow.getListenerInfo().get(listener).getAddress()).getPort();
  }
}
