package dev.lockstep.simulator.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.simulator.json.Json;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Something that the real service does otherwise than specified. It reaches no further than its
 * recordings: only places of a body that one of them shows are covered, and those where the entry
 * says that the same object stands.
 *
 * @param why what the service does
 * @param operation pattern of operationIds
 * @param status pattern of the status
 * @param kind pattern of the kind of violation
 * @param at pattern of the place in the body, without the position in a listing
 * @param recordings files of the reference folder, or entries of errors.json, that show it
 * @param likewise other places of an object that they show
 * @param places the places that they show
 */
record Deviation(
    String why,
    Pattern operation,
    Pattern status,
    Pattern kind,
    Pattern at,
    List<String> recordings,
    List<String> likewise,
    Set<String> places) {

  static Deviation read(JsonNode entry, Specification specification) {
    Deviation open =
        new Deviation(
            entry.path("why").asText(),
            Pattern.compile(entry.path("operation").asText()),
            Pattern.compile(entry.path("status").asText(".*")),
            Pattern.compile(entry.path("kind").asText()),
            Pattern.compile(entry.path("at").asText()),
            Json.texts(entry, "recordings"),
            Json.texts(entry, "likewise"),
            Set.of());
    Set<String> places =
        open.recordings.stream()
            .flatMap(name -> Recordings.violations(name, specification).stream())
            .filter(open::speaksOf)
            .map(Violation::place)
            .collect(Collectors.toSet());
    return new Deviation(
        open.why,
        open.operation,
        open.status,
        open.kind,
        open.at,
        open.recordings,
        open.likewise,
        places);
  }

  /** Whether it speaks of such violations, whether it was recorded there or not. */
  boolean speaksOf(Violation violation) {
    return operation.matcher(violation.operation()).matches()
        && status.matcher(Integer.toString(violation.status())).matches()
        && kind.matcher(violation.kind()).matches()
        && at.matcher(violation.place()).matches();
  }

  /** Requests too: clients send back what they have read, and the service takes it. */
  boolean covers(Violation violation) {
    String place = violation.place();
    return speaksOf(violation) && (places.contains(place) || likewise.contains(place));
  }
}
