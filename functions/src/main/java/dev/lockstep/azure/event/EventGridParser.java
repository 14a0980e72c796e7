package dev.lockstep.azure.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lockstep.signal.CommonAlert;
import dev.lockstep.signal.InputProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what Event Grid delivers: one event or an array, in the Event Grid schema or CloudEvents
 * 1.0. Each event stands for itself, so that a bad one does not lose its neighbours.
 */
public final class EventGridParser {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final String EXPECTED =
      "expected an event in the Event Grid schema or in CloudEvents 1.0, or an array of such";

  private EventGridParser() {}

  /** The events of a payload in their order, at least one; never throws. */
  public static List<ParsedEvent> parse(String payload) {
    JsonNode body;
    try {
      body = JSON.readTree(payload);
    } catch (JsonProcessingException e) {
      return List.of(unreadable("", "is not JSON: " + e.getOriginalMessage(), EXPECTED));
    }
    if (!body.isArray()) {
      return List.of(event("", body));
    }
    List<ParsedEvent> events = new ArrayList<>();
    for (int i = 0; i < body.size(); i++) {
      events.add(event("[" + i + "]", body.get(i)));
    }
    return events.isEmpty() ? List.of(unreadable("", "holds no event", EXPECTED)) : events;
  }

  private static ParsedEvent event(String where, JsonNode raw) {
    JsonNode event = CanonicalNames.of(raw);
    Optional<Schema> schema = Schema.of(event);
    if (schema.isEmpty()) {
      return unreadable(where, "is no event: neither eventType nor specversion is there", EXPECTED);
    }
    List<InputProblem> problems =
        RequiredFields.check(schema.get(), where.isEmpty() ? "" : where + ".", event);
    return problems.isEmpty()
        ? read(where, event, schema.get())
        : new ParsedEvent.Unreadable(problems);
  }

  private static ParsedEvent read(String where, JsonNode event, Schema schema) {
    Envelope envelope;
    try {
      envelope = schema.read(event.toString());
    } catch (RuntimeException e) {
      // The library throws many kinds for a field of the wrong form; all mean the same here.
      return unreadable(where, "cannot be read: " + e, "expected " + schema.title());
    }
    if (!CommonAlert.claims(envelope.data())) {
      return new ParsedEvent.Understood(List.of(NoticeReader.read(envelope)));
    }
    CommonAlert.Reading alert = CommonAlert.read(envelope.data());
    return alert instanceof CommonAlert.Reading.Understood understood
        ? new ParsedEvent.Understood(understood.notices())
        : new ParsedEvent.Unreadable(((CommonAlert.Reading.Refused) alert).problems());
  }

  private static ParsedEvent unreadable(String field, String problem, String remedy) {
    return new ParsedEvent.Unreadable(List.of(new InputProblem(field, problem, remedy)));
  }
}
