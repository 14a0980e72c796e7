package dev.lockstep.signal;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who writes to Azure, by the ids of Microsoft Entra. Nothing but ids fits in here: names and
 * addresses of people stay outside.
 *
 * @param appId the application, as a lower-case GUID
 * @param objectId the object of the identity, as a lower-case GUID
 */
public record Writer(Optional<String> appId, Optional<String> objectId) {
  private static final Pattern GUID =
      Pattern.compile("([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})");

  public Writer {
    appId = appId.flatMap(Writer::guid);
    objectId = objectId.flatMap(Writer::guid);
  }

  /** A GUID in the usual letters; events write it without hyphens too. Empty for anything else. */
  private static Optional<String> guid(String text) {
    Matcher guid = GUID.matcher(text.strip().toLowerCase(Locale.ROOT));
    return guid.matches()
        ? Optional.of(
            String.join(
                "-", guid.group(1), guid.group(2), guid.group(3), guid.group(4), guid.group(5)))
        : Optional.empty();
  }

  /** Whether any id is known. */
  public boolean isKnown() {
    return appId.isPresent() || objectId.isPresent();
  }

  /** Whether both are the same identity, by the ids that both have; the object decides first. */
  public boolean isSame(Writer other) {
    boolean bothObjects = objectId.isPresent() && other.objectId.isPresent();
    Optional<String> ours = bothObjects ? objectId : appId;
    return ours.isPresent() && ours.equals(bothObjects ? other.objectId : other.appId);
  }

  /** Such as {@code app 5555… object 4444…}. */
  @Override
  public String toString() {
    return String.join(
        " ",
        Stream.of(appId.map("app "::concat), objectId.map("object "::concat))
            .flatMap(Optional::stream)
            .toList());
  }
}
