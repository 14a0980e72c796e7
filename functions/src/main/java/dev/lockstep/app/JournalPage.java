package dev.lockstep.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.TargetId;
import dev.lockstep.port.Blobs;
import dev.lockstep.reconcile.JournalNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What {@code journal} answers: the runs of a target, newest first, page by page. */
final class JournalPage {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MORE_THAN_KEPT = 1000;
  // Looking for an outcome may mean to read many records; a page gives up after these.
  private static final int MOST_READ = 200;

  private final SortedSet<TargetId> known;
  private final Blobs journal;

  JournalPage(SortedSet<TargetId> known, Blobs journal) {
    this.known = known;
    this.journal = journal;
  }

  Reply answer(HttpCall call) {
    SortedSet<TargetId> readable = readable(call);
    CallProblems problems = new CallProblems(readable);
    return JournalQuery.read(call, problems).map(this::page).orElseGet(problems::reply);
  }

  /** The targets that are configured; one that is named and is not any more may have records. */
  private NavigableSet<TargetId> readable(HttpCall call) {
    NavigableSet<TargetId> targets = new TreeSet<>(known);
    call.segmentAfter("journal")
        .map(name -> name.toLowerCase(Locale.ROOT))
        .filter(TargetId::isOne)
        .map(TargetId::new)
        .filter(target -> !known.contains(target) && !journal.list(target + "/", 1).isEmpty())
        .ifPresent(targets::add);
    return targets;
  }

  private Reply page(JournalQuery query) {
    List<String> names = names(query);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("target", query.target().value());
    ArrayNode runs = body.putArray("runs");
    int read = 0;
    while (read < names.size() && read < MOST_READ && runs.size() < query.limit()) {
      record(names.get(read)).filter(run -> isWanted(run, query.outcome())).ifPresent(runs::add);
      read++;
    }
    if (read > 0 && read < names.size()) {
      body.put("page", JournalNames.record(names.get(read - 1)));
    }
    return Reply.json(200, body);
  }

  /** The records in question, newest first. */
  private List<String> names(JournalQuery query) {
    List<String> names = new ArrayList<>();
    for (String name : journal.list(query.target() + "/", MORE_THAN_KEPT)) {
      String record = JournalNames.record(name);
      boolean early =
          query.from().filter(t -> record.compareTo(JournalNames.stamp(t)) < 0).isPresent();
      boolean late =
          query.to().filter(t -> record.compareTo(JournalNames.stamp(t)) >= 0).isPresent();
      boolean shown = query.page().filter(page -> record.compareTo(page) >= 0).isPresent();
      if (!early && !late && !shown) {
        names.add(name);
      }
    }
    Collections.reverse(names);
    return names;
  }

  private static boolean isWanted(JsonNode run, Optional<String> outcome) {
    return outcome
        .filter(name -> !run.path("outcome").path("name").asText().equals(name))
        .isEmpty();
  }

  private Optional<JsonNode> record(String name) {
    return journal.read(name).map(blob -> parse(name, blob.content()));
  }

  private static JsonNode parse(String name, String content) {
    try {
      return JSON.readTree(content);
    } catch (JsonProcessingException e) {
      // One damaged record must not hide the others.
      return JSON.createObjectNode().put("damaged", JournalNames.record(name));
    }
  }
}
