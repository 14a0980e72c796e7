package dev.lockstep.simulator.dataplane.net;

import dev.lockstep.simulator.dataplane.tls.BackendTrust;
import dev.lockstep.simulator.dataplane.tls.TlsContexts;
import io.undertow.UndertowOptions;
import io.undertow.protocols.ssl.UndertowXnioSsl;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.XnioWorker;
import org.xnio.ssl.XnioSsl;

/**
 * Where a gateway connects to, and how.
 *
 * @param loopback the socket
 * @param trust whom it trusts; empty for plain HTTP
 * @param sni name sent in the handshake; empty to send none
 */
public record Upstream(
    InetSocketAddress loopback, Optional<BackendTrust> trust, Optional<String> sni) {

  /** Address for Undertow's client. */
  public URI uri() {
    return URI.create(
        "%s://%s:%d"
            .formatted(
                trust.isPresent() ? "https" : "http",
                loopback.getHostString(),
                loopback.getPort()));
  }

  /** TLS for Undertow's client, with sessions of its own. */
  public Optional<XnioSsl> tls(XnioWorker worker) {
    return trust.map(
        one -> new UndertowXnioSsl(worker.getXnio(), OptionMap.EMPTY, TlsContexts.client(one)));
  }

  /** Options for Undertow's client. */
  public OptionMap options() {
    // The trust manager checks the name itself: Undertow would check the address of the socket. The
    // name of the peer decides over SNI; an address sends none.
    return OptionMap.builder()
        .set(UndertowOptions.ENDPOINT_IDENTIFICATION_ALGORITHM, "")
        .set(Options.SSL_PEER_HOST_NAME, sni.orElse(loopback.getHostString()))
        .set(Options.TCP_NODELAY, true)
        .getMap();
  }
}
