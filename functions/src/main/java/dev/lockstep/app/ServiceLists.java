package dev.lockstep.app;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.model.ReadFailure;
import dev.lockstep.model.Reading;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.TaggedService;
import dev.lockstep.port.Arm;
import dev.lockstep.port.ArmAnswer;
import dev.lockstep.port.ArmAnswer.Answered;
import dev.lockstep.port.ArmRequest;
import dev.lockstep.port.Tasks;
import dev.lockstep.read.MalformedBody;
import dev.lockstep.read.ServiceReader;
import dev.lockstep.read.TaggedServiceReader;
import dev.lockstep.reconcile.error.ReadFailures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Lists the services of each scope, completely or not at all: a page that is missing makes the
 * whole list unread.
 */
final class ServiceLists {
  // No subscription holds as many services as a hundred pages do: more is a list that never ends.
  private static final int MOST_PAGES = 100;

  private final Arm arm;
  private final Tasks tasks;
  private final String apiVersion;

  ServiceLists(Arm arm, Tasks tasks, String apiVersion) {
    this.arm = arm;
    this.tasks = tasks;
    this.apiVersion = apiVersion;
  }

  Map<ResourceId, Reading<List<TaggedService>>> of(List<ResourceId> scopes) {
    List<Supplier<Reading<List<TaggedService>>>> work = new ArrayList<>();
    scopes.forEach(scope -> work.add(() -> list(scope)));
    List<Reading<List<TaggedService>>> lists = tasks.all(work);
    Map<ResourceId, Reading<List<TaggedService>>> byScope = new HashMap<>();
    for (int i = 0; i < scopes.size(); i++) {
      byScope.put(scopes.get(i), lists.get(i));
    }
    return byScope;
  }

  private Reading<List<TaggedService>> list(ResourceId scope) {
    String what = "the services of " + scope;
    List<TaggedService> services = new ArrayList<>();
    String next = scope + "/providers/" + ServiceReader.TYPE + "?api-version=" + apiVersion;
    for (int page = 0; !next.isEmpty(); page++) {
      if (page == MOST_PAGES) {
        return malformed(what + ": more than " + MOST_PAGES + " pages");
      }
      ArmAnswer answer = arm.send(ArmRequest.get(next));
      if (!(answer instanceof Answered answered) || answered.status() != 200) {
        return Reading.unread(ReadFailures.of(what, answer));
      }
      JsonNode body = answered.body();
      try {
        services.addAll(TaggedServiceReader.page(body));
      } catch (MalformedBody e) {
        return malformed(what + ": " + e.getMessage());
      }
      next = TaggedServiceReader.nextLink(body).orElse("");
    }
    return Reading.known(services);
  }

  private static Reading<List<TaggedService>> malformed(String message) {
    return Reading.unread(
        ReadFailure.of(
            ReadFailure.Kind.MALFORMED, message, "look at it with az rest --method get"));
  }
}
