package dev.lockstep.reconcile.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of {@code If-Match} on this gateway, and of its entity tags.
 *
 * @param support whether the gateway honours it
 * @param learnedAt when its answer told
 * @param sightings when each entity tag was first seen on a document at rest, oldest first: what
 *     somebody wrote after that is not in the document with that tag
 */
public record IfMatch(
    Support support, Optional<Instant> learnedAt, Map<String, Instant> sightings) {
  /** Nothing known. */
  public static final IfMatch UNKNOWN = new IfMatch(Support.UNKNOWN, Optional.empty(), Map.of());

  /** Reads that lag show older tags again; more than a few never take turns. */
  private static final int SIGHTINGS_KEPT = 4;

  /** Whether the gateway honours it. */
  public enum Support {
    /** No write has told yet. */
    UNKNOWN,
    /** A write with another tag was refused. */
    HONOURED,
    /** A write with another tag was carried out. */
    IGNORED
  }

  public IfMatch {
    sightings = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(sightings));
  }

  /** The same, told by an answer. */
  public IfMatch learned(Support told, Instant at) {
    return told == support ? this : new IfMatch(told, Optional.of(at), sightings);
  }

  /** The same, a document at rest having been seen. */
  public IfMatch seeing(String etag, Instant at) {
    if (sightings.containsKey(etag)) {
      return this;
    }
    int skip = Math.max(0, sightings.size() + 1 - SIGHTINGS_KEPT);
    Map<String, Instant> kept = new LinkedHashMap<>();
    Stream.concat(sightings.entrySet().stream(), Stream.of(Map.entry(etag, at)))
        .skip(skip)
        .forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
    return new IfMatch(support, learnedAt, kept);
  }

  /** When a tag was first seen. */
  public Optional<Instant> firstSeen(String etag) {
    return Optional.ofNullable(sightings.get(etag));
  }

  /** When that tag and those known before it were first seen, oldest first. */
  public List<Instant> sightsUpTo(String etag) {
    List<Instant> sights = new ArrayList<>();
    for (Map.Entry<String, Instant> sighting : sightings.entrySet()) {
      sights.add(sighting.getValue());
      if (sighting.getKey().equals(etag)) {
        return sights;
      }
    }
    return List.of();
  }
}
