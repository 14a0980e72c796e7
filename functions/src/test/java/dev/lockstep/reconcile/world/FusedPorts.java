package dev.lockstep.reconcile.world;

import dev.lockstep.model.Certificate;
import dev.lockstep.model.Reading;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultCertificate;
import dev.lockstep.port.Arm;
import dev.lockstep.port.Blobs;
import dev.lockstep.port.CertificateSources;
import dev.lockstep.port.RunLog;
import dev.lockstep.port.Signals;
import dev.lockstep.port.Tasks;
import dev.lockstep.port.Vault;
import dev.lockstep.reconcile.Ports;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The ports of one process: every call goes through the fuse and takes a little time. */
final class FusedPorts {
  private static final Duration STORAGE = Duration.ofMillis(8);
  private static final Duration ARM = Duration.ofMillis(60);

  private final Fuse fuse;
  private final ManualTime time;
  private final Consumer<String> meanwhile;
  private final Duration behind;

  /**
   * @param behind how far the clock of the process is behind; all else goes by the right time
   * @param meanwhile what happens in the world before each call, such as {@code arm PUT}, arrives
   */
  FusedPorts(Fuse fuse, ManualTime time, Duration behind, Consumer<String> meanwhile) {
    this.fuse = fuse;
    this.time = time;
    this.meanwhile = meanwhile;
    this.behind = behind;
  }

  Ports of(
      Arm arm,
      Blobs state,
      Blobs journal,
      Signals signals,
      RunLog log,
      Optional<CertificateSources> certificates) {
    return new Ports(
        request -> call("arm " + request.method(), ARM, () -> arm.send(request)),
        new FusedBlobs("state", state),
        new FusedBlobs("journal", journal),
        (message, delay) ->
            call(
                "send",
                STORAGE,
                () -> {
                  signals.send(message, delay);
                  return message;
                }),
        new InOrder(),
        time::nanos,
        Clock.offset(time, behind.negated()),
        log,
        () -> Optional.of(World.SELF),
        certificates.map(this::fused));
  }

  private CertificateSources fused(CertificateSources sources) {
    return new CertificateSources(
        new Vault() {
          @Override
          public Reading<VaultCertificate> certificate(SecretId id) {
            return call("vault certificate", ARM, () -> sources.vault().certificate(id));
          }

          @Override
          public Reading<List<Certificate>> chain(SecretId id) {
            return call("vault chain", ARM, () -> sources.vault().chain(id));
          }
        },
        (address, port, name) ->
            call("tls look", ARM, () -> sources.tls().look(address, port, name)),
        url -> call("bundle read", STORAGE, () -> sources.text().read(url)),
        sources.publicRoots());
  }

  private <T> T call(String name, Duration takes, Supplier<T> effect) {
    return fuse.through(
        name,
        () -> {
          meanwhile.accept(name);
          time.advance(takes);
          return effect.get();
        });
  }

  private static final class InOrder implements Tasks {
    @Override
    public <T> List<T> all(List<Supplier<T>> work) {
      return work.stream().map(Supplier::get).toList();
    }
  }

  private final class FusedBlobs implements Blobs {
    private final String name;
    private final Blobs blobs;

    FusedBlobs(String name, Blobs blobs) {
      this.name = name;
      this.blobs = blobs;
    }

    @Override
    public Optional<Versioned> read(String blob) {
      return call(name + " read", STORAGE, () -> blobs.read(blob));
    }

    @Override
    public Optional<String> write(
        String blob, String content, Condition condition, Optional<String> lease) {
      return call(name + " write", STORAGE, () -> blobs.write(blob, content, condition, lease));
    }

    @Override
    public void delete(String blob) {
      call(
          name + " delete",
          STORAGE,
          () -> {
            blobs.delete(blob);
            return blob;
          });
    }

    @Override
    public List<String> list(String prefix, int max) {
      return call(name + " list", STORAGE, () -> blobs.list(prefix, max));
    }

    @Override
    public Optional<Lease> lease(String blob) {
      return call(name + " lease", STORAGE, () -> blobs.lease(blob)).map(FusedLease::new);
    }
  }

  private final class FusedLease implements Blobs.Lease {
    private final Blobs.Lease lease;

    FusedLease(Blobs.Lease lease) {
      this.lease = lease;
    }

    @Override
    public String id() {
      return lease.id();
    }

    @Override
    public Instant acquiredAt() {
      return lease.acquiredAt();
    }

    @Override
    public boolean renew() {
      return call("renew", STORAGE, lease::renew);
    }

    @Override
    public void close() {
      call(
          "release",
          STORAGE,
          () -> {
            lease.close();
            return lease;
          });
    }
  }
}
