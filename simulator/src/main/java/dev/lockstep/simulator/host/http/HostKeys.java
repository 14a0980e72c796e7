package dev.lockstep.simulator.host.http;

import dev.lockstep.simulator.host.app.AuthLevel;
import dev.lockstep.simulator.host.app.Settings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * The host's keys: the default host key (opens every function), the master key (opens everything)
 * and the system key of the Event Grid extension.
 */
public record HostKeys(String function, String master, String eventGrid) {

  /** The keys given by settings; one that is not given is random. */
  public static HostKeys from(Settings settings) {
    return new HostKeys(
        settings.find("LOCKSTEP_HOST_FUNCTION_KEY").orElseGet(HostKeys::random),
        settings.find("LOCKSTEP_HOST_MASTER_KEY").orElseGet(HostKeys::random),
        settings.find("LOCKSTEP_HOST_EVENTGRID_KEY").orElseGet(HostKeys::random));
  }

  private static String random() {
    byte[] bytes = new byte[40];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Whether the presented key is enough for the level. */
  boolean opens(AuthLevel level, Optional<String> presented) {
    return switch (level) {
      case ANONYMOUS -> true;
      case FUNCTION -> is(function, presented) || is(master, presented);
      case ADMIN -> is(master, presented);
    };
  }

  /** Whether the presented key opens the Event Grid webhook. */
  boolean opensEventGrid(Optional<String> presented) {
    return is(eventGrid, presented) || is(master, presented);
  }

  private static boolean is(String key, Optional<String> presented) {
    return presented
        .filter(
            given ->
                MessageDigest.isEqual(
                    key.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8)))
        .isPresent();
  }

  /** Keys are never printed. */
  @Override
  public String toString() {
    return "HostKeys[…]";
  }
}
