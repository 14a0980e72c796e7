package dev.lockstep.trust;

import dev.lockstep.model.Certificate;
import java.security.KeyPair;

/** An authority of a test, for tests of other packages. */
public final class Authority {
  private final Made made;

  private Authority(Made made) {
    this.made = made;
  }

  /** A new root. */
  public static Authority root(String name) {
    return new Authority(Draft.root(name));
  }

  /** An intermediate below this one. */
  public Authority below(String name) {
    return new Authority(made.issues(name).ca().make());
  }

  /** The other's name and key, signed by this one: a cross-certificate. */
  public Certificate vouchesFor(Authority other) {
    String name = other.made.certificate().subject().substring("CN=".length());
    return seen(made.issues(name).keys(other.made.keys()).ca().make());
  }

  /** Its own certificate. */
  public Certificate certificate() {
    return seen(made);
  }

  /** The same as trust has it. */
  public PublicCertificate parsed() {
    return made.certificate();
  }

  /** A server certificate for the host name. */
  public Certificate leaf(String host) {
    return seen(Draft.leaf(made, host));
  }

  /** A server certificate that ends so many days after the tests' day. */
  public Certificate leaf(String host, int end) {
    return seen(made.issues(host).dns(host).days(-100, end).make());
  }

  /** A server certificate with its key. */
  public Server server(String host) {
    Made leaf = Draft.leaf(made, host);
    return new Server(seen(leaf), leaf.keys());
  }

  /** A server certificate with the key that only tests have. */
  public record Server(Certificate certificate, KeyPair keys) {}

  private static Certificate seen(Made made) {
    return Certificate.of(made.certificate().der());
  }
}
