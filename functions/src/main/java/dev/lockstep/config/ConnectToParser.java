package dev.lockstep.config;

import dev.lockstep.model.ConnectTo;
import dev.lockstep.model.ConnectTo.Place;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code LOCKSTEP_CONNECT_TO}: {@code 10.0.1.5:443=127.0.0.1:43210,…}. */
final class ConnectToParser {
  private static final Pattern ENTRY =
      Pattern.compile("((?:\\*\\.)?[a-z0-9.-]+):(\\d{1,5})=([a-z0-9.-]+):(\\d{1,5})");
  private static final int MOST = 65_535;

  private final SettingsParser settings;

  ConnectToParser(SettingsParser settings) {
    this.settings = settings;
  }

  ConnectTo parse() {
    Map<String, Place> places = new TreeMap<>();
    settings
        .value(Setting.CONNECT_TO)
        .ifPresent(
            text -> {
              for (String entry : text.split(",", -1)) {
                entry(entry.strip().toLowerCase(Locale.ROOT), places);
              }
            });
    return ConnectTo.of(places);
  }

  private void entry(String entry, Map<String, Place> places) {
    Matcher matcher = ENTRY.matcher(entry);
    if (!matcher.matches()
        || Integer.parseInt(matcher.group(2)) > MOST
        || Integer.parseInt(matcher.group(4)) > MOST) {
      wrong(Quoted.of(entry) + " is not <host>:<port>=<address>:<port>", "use " + example());
    } else if (!matcher.group(3).matches("127(\\.\\d{1,3}){3}|localhost")) {
      wrong(
          Quoted.of(matcher.group(3)) + " is not an address of this machine",
          "use " + example() + "; the setting is for rehearsals only");
    } else if (places.put(
            matcher.group(1) + ":" + matcher.group(2),
            new Place(matcher.group(3), Integer.parseInt(matcher.group(4))))
        != null) {
      wrong(matcher.group(1) + ":" + matcher.group(2) + " is listed twice", "list it once");
    }
  }

  private static String example() {
    return "10.0.1.5:443=127.0.0.1:43210";
  }

  private void wrong(String message, String remedy) {
    settings.wrong(Setting.CONNECT_TO, message, remedy);
  }
}
