package dev.lockstep.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.cli.world.Ready;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the app's journal from its storage account, as a person with a data role does. */
public final class JournalReader {
  private static final Pattern NAME = Pattern.compile("<Name>([^<]+)</Name>");
  private static final String CONTAINER = "/lockstep-journal";

  private final Http http;
  private final String endpoint;
  private final Map<String, String> headers;

  /** A reader with the operator's login. */
  public JournalReader(Ready ready) {
    http = new Http(ready.caFile());
    endpoint = ready.text("blobEndpoint");
    headers = Login.toStorage(http, ready);
  }

  /** The newest run whose plan changed something. */
  public Optional<JsonNode> lastChange() {
    return entries().stream()
        .filter(entry -> !entry.at("/plan/changes").isEmpty())
        .reduce((earlier, later) -> later);
  }

  /** Every run that was journaled, in the order in which they ended. */
  public List<JsonNode> entries() {
    Reply list =
        http.send("GET", endpoint + CONTAINER + "?restype=container&comp=list", headers, "");
    List<String> names = new ArrayList<>();
    Matcher matcher = NAME.matcher(list.orThrow("the journal's list").text());
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names.stream()
        .map(name -> http.send("GET", endpoint + CONTAINER + "/" + name, headers, ""))
        .map(reply -> reply.orThrow("a journal entry").json())
        .sorted(Comparator.comparingLong(entry -> entry.path("run").asLong()))
        .toList();
  }
}
