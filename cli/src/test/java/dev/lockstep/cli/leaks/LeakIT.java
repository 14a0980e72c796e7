package dev.lockstep.cli.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.simulator.pki.Identity;
import dev.lockstep.simulator.pki.KeyKind;
import dev.lockstep.simulator.pki.LeafRequest;
import dev.lockstep.simulator.pki.Pki;
import dev.lockstep.simulator.pki.Validity;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the built app until it has read the chain out of a certificate's secret, and looks for what
 * must not stay or go anywhere: in its memory, in its log, and in all that it wrote.
 */
class LeakIT {
  private static final Duration DEADLINE = Duration.ofSeconds(90);
  private static final Duration LIFE = Duration.ofDays(90);
  private static final int LOOK_MILLIS = 100;

  @TempDir Path folder;

  @Test
  void noKeyPasswordOrTokenStaysInMemoryOrGoesIntoLogsBlobsAndQueues() throws Exception {
    try (LeakWorld world = new LeakWorld()) {
      String pages = runUntilTheChainWasRead(world);
      Needles secrets = secretsOf(world);
      assertThat(world.withdrawSecrets(DEADLINE)).as("no read is under way").isTrue();
      Needles planted = new Needles();
      new Forms(planted).text("planted", LeakWorld.PLANTED);

      Path heap = HeapDump.of(world.host().pid(), folder);
      assertThat(planted.in(heap)).as("what the app does hold is found").isNotEmpty();
      assertThat(secrets.in(heap)).as("secrets in the app's memory").isEmpty();

      world.host().close();
      assertThat(world.log()).as("the SDK logs all it may").contains("com.azure");
      for (Told told :
          List.of(
              Told.of("log", world.log()),
              Told.of("blobs", world.blobs()),
              Told.of("queues", world.queues()),
              Told.of("pages", pages),
              Told.of("resources", world.resources()))) {
        assertThat(told.text()).as(told.where()).isNotBlank();
        assertThat(secrets.in(told.bytes())).as("secrets in " + told.where()).isEmpty();
        assertThat(keysOf(world).in(told.bytes())).as("keys in " + told.where()).isEmpty();
        assertThat(told.suspicious()).as("tokens and keys in " + told.where()).isEmpty();
      }
    }
  }

  @Test
  void theSearchFindsSecretsInAProcessThatHoldsThemInWhateverForm() throws Exception {
    Identity identity =
        new Pki(1, Instant.now())
            .privateAuthority("Held")
            .issue(
                LeafRequest.of("held.contoso.com", Validity.around(Instant.now(), LIFE))
                    .withKeys(KeyKind.RSA));
    byte[] pfx = identity.pkcs12("");
    String base64 = Base64.getEncoder().encodeToString(pfx);
    char[] characters = base64.toCharArray();
    String pem = Base64.getEncoder().encodeToString(identity.key().getEncoded());

    Needles secrets = new Needles();
    new Forms(secrets).key("key", identity);
    new Forms(secrets).pfx("PFX", pfx);
    Set<String> found = secrets.in(HeapDump.ofThis(folder));

    assertThat(found)
        .contains(
            "key, exponent",
            "key, prime p",
            "key, coefficient",
            "key, PKCS#8 in base64 (bytes)",
            "PFX (bytes)",
            "PFX in base64 (bytes)",
            "PFX in base64 (characters)");
    assertThat(List.of(pfx.length, characters.length, pem.length())).doesNotContain(0);
  }

  private static String runUntilTheChainWasRead(LeakWorld world) throws Exception {
    String root = world.root();
    long end = System.nanoTime() + DEADLINE.toNanos();
    while (!world.listedRoots().contains(root)) {
      assertThat(System.nanoTime())
          .as(() -> "the gateway lists the root of the secret's chain; the log:\n" + world.log())
          .isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
    return world.pages();
  }

  private static Needles secretsOf(LeakWorld world) {
    Needles needles = new Needles();
    Forms forms = new Forms(needles);
    Identity identity = world.identity();
    forms.key("private key", identity);
    forms.pfx("PFX", Base64.getDecoder().decode(world.secret()));
    return needles;
  }

  private static Needles keysOf(LeakWorld world) {
    Needles needles = new Needles();
    Forms forms = new Forms(needles);
    for (String name : List.of("storageKey", "identityHeader", "functionKey", "masterKey")) {
      forms.text(name, world.ready().text(name));
    }
    forms.text(
        "eventgrid key", world.ready().json().at("/systemKeys/eventgrid_extension").asText());
    return needles;
  }
}
