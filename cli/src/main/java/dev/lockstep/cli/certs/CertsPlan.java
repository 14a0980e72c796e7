package dev.lockstep.cli.certs;

import dev.lockstep.model.HostName;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is asked for.
 *
 * @param hosts a server certificate each
 * @param out where the files go
 * @param rootName CN of a new root
 * @param life how long server certificates count
 * @param keys kind of all keys
 * @param intermediate whether an intermediate issues, and not the root itself
 * @param reuseRoot folder or file whose root issues, and not a new one
 * @param reuseIntermediate folder or file whose intermediate issues, and not a new one
 * @param crossSign folder or file whose root vouches for the new one
 * @param passwordFile file with the password of what is written
 * @param keyring passwords of the environment, and of what is read
 * @param force whether files that are there are replaced
 * @param now the begin
 */
public record CertsPlan(
    List<HostName> hosts,
    Path out,
    String rootName,
    Duration life,
    KeyChoice keys,
    boolean intermediate,
    Optional<Path> reuseRoot,
    Optional<Path> reuseIntermediate,
    Optional<Path> crossSign,
    Optional<Path> passwordFile,
    Keyring keyring,
    boolean force,
    Instant now) {
  public CertsPlan {
    hosts = List.copyOf(hosts);
  }
}
