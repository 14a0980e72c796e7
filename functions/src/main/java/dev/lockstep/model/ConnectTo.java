package dev.lockstep.model;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Other places for addresses, as {@code --connect-to} of curl: a rehearsal on one machine stands in
 * for a network. Only loopback stands on the right side, so that it leads nowhere else.
 *
 * @param places by {@code host:port} in lower case; the host may begin with {@code *.}
 */
public record ConnectTo(SortedMap<String, Place> places) {
  /** Everything is where its address says. */
  public static final ConnectTo NOTHING = new ConnectTo(new TreeMap<>());

  public ConnectTo {
    places = Collections.unmodifiableSortedMap(new TreeMap<>(places));
  }

  /** The same from any map. */
  public static ConnectTo of(Map<String, Place> places) {
    return new ConnectTo(new TreeMap<>(places));
  }

  /**
   * A socket.
   *
   * @param host host name or address
   * @param port its port
   */
  public record Place(String host, int port) {
    @Override
    public String toString() {
      return host + ":" + port;
    }
  }

  /** Whether nothing is replaced. */
  public boolean isEmpty() {
    return places.isEmpty();
  }

  /** What stands in for the place, if something does. */
  public Optional<Place> standIn(String host, int port) {
    String name = host.toLowerCase(Locale.ROOT);
    String domain = name.substring(Math.max(name.indexOf('.'), 0));
    return Optional.ofNullable(places.get(name + ":" + port))
        .or(() -> Optional.ofNullable(places.get("*" + domain + ":" + port)));
  }
}
