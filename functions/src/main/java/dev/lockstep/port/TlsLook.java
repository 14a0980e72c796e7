package dev.lockstep.port;

import dev.lockstep.model.Certificate;
import dev.lockstep.model.Reading;
import java.util.List;

/** A look at what a TLS server presents. It verifies nothing and sends nothing. */
@FunctionalInterface
public interface TlsLook {
  /** How long a look takes at most, in seconds. */
  int SECONDS = 3;

  /**
   * The chain, the server's own certificate first. Never throws for anything that the network does.
   *
   * @param address an IP address; names are not resolved
   * @param port where the server listens
   * @param serverName whom to ask for (SNI, RFC 6066)
   */
  Reading<List<Certificate>> look(String address, int port, String serverName);
}
