package dev.lockstep.plan;

import dev.lockstep.desire.OwnerMark;
import dev.lockstep.model.RecordSet;
import dev.lockstep.model.Zone;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Looks into one zone. Names are relative to it and have no case. */
record ZoneLook(Zone zone) {
  /** The record set of type A at that name. */
  Optional<RecordSet> addressesAt(String name) {
    return at(name).filter(ofType("A")).findFirst();
  }

  /**
   * What keeps us from having the A record set at that name.
   *
   * <pre>
   * stands there                              | in the way
   * ------------------------------------------+-----------
   * A with our mark                           | no
   * any other A, auto-registered ones as well | yes
   * CNAME (RFC 1034, section 3.6.2)           | yes
   * NS at the name or above it, but the apex  | yes: the name is delegated (RFC 1034, 4.2.1)
   * AAAA, MX, TXT and the rest                | no
   * </pre>
   */
  Optional<RecordSet> inTheWay(String name, OwnerMark mark) {
    return zone.records().stream()
        .filter(record -> takes(record, name, mark) || delegates(record, name))
        .findFirst();
  }

  /**
   * The record set by which an A question for that name is answered: one at the name, or the
   * nearest wildcard above it if nothing is nearer (RFC 4592, section 3.3.1).
   */
  Optional<RecordSet> answering(String name) {
    if (name.equals("@")) {
      return answerAt(name);
    }
    String closest = name;
    while (!exists(closest)) {
      int dot = closest.indexOf('.');
      String parent = dot < 0 ? "" : closest.substring(dot + 1);
      String wildcard = parent.isEmpty() ? "*" : "*." + parent;
      if (exists(wildcard)) {
        return answerAt(wildcard);
      }
      if (parent.isEmpty()) {
        return Optional.empty();
      }
      closest = parent;
    }
    return closest.equals(name) ? answerAt(name) : Optional.empty();
  }

  private Optional<RecordSet> answerAt(String name) {
    return at(name).filter(ofType("A").or(ofType("CNAME"))).findFirst();
  }

  private Stream<RecordSet> at(String name) {
    return zone.records().stream().filter(record -> isNamed(record, name));
  }

  private boolean exists(String name) {
    return zone.records().stream()
        .anyMatch(record -> isNamed(record, name) || isBelow(record.name(), name));
  }

  private static boolean takes(RecordSet record, String name, OwnerMark mark) {
    boolean foreign = record.type().equals("A") && !mark.owns(record);
    return isNamed(record, name) && (foreign || record.type().equals("CNAME"));
  }

  private static boolean delegates(RecordSet record, String name) {
    return record.type().equals("NS")
        && !record.name().equals("@")
        && (isNamed(record, name) || isBelow(name, record.name()));
  }

  private static boolean isBelow(String name, String above) {
    return name.toLowerCase(Locale.ROOT).endsWith("." + above.toLowerCase(Locale.ROOT));
  }

  private static boolean isNamed(RecordSet record, String name) {
    return record.name().equalsIgnoreCase(name);
  }

  private static Predicate<RecordSet> ofType(String type) {
    return record -> record.type().equals(type);
  }
}
