package dev.lockstep.cli.chaos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.plan.Absences;
import dev.lockstep.plan.Confirmation;
import dev.lockstep.plan.PlanInput;
import dev.lockstep.port.Arm;
import dev.lockstep.port.ArmAnswer;
import dev.lockstep.port.ArmRequest;
import dev.lockstep.port.Blobs;
import dev.lockstep.port.Signals;
import dev.lockstep.reconcile.Ports;
import dev.lockstep.signal.Message;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Ports with a bug in one of them. */
final class BrokenPorts {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_RETRIES = 3;
  private static final String REVERSING = "reversing";
  private static final String BUSY = "Updating";

  private BrokenPorts() {}

  static Ports withoutLease(Ports good) {
    return with(good, good.arm(), new Unleased(good.state()), good.signals());
  }

  static Ports retryingBlindly(Ports good) {
    Arm arm =
        request -> {
          ArmAnswer answer = good.arm().send(request);
          boolean write =
              request.method() == ArmRequest.Method.PUT
                  && request.path().contains("/applicationGateways/");
          for (int i = 0; write && i < MOST_RETRIES && !succeeded(answer); i++) {
            answer =
                good.arm()
                    .send(ArmRequest.put(request.path(), request.body().orElseThrow(), Map.of()));
          }
          return answer;
        };
    return with(good, arm, good.state(), good.signals());
  }

  private static boolean succeeded(ArmAnswer answer) {
    return answer instanceof ArmAnswer.Answered answered && answered.isSuccess();
  }

  /** What is missing counts as missing for ever, and as confirmed by a person. */
  static PlanInput removingAtOnce(PlanInput input) {
    Map<Absences.Key, Instant> missing = new HashMap<>();
    Absences.next(input).firstMissing().keySet().forEach(key -> missing.put(key, Instant.EPOCH));
    return input.with(
        broken -> broken.absences(new Absences(missing)).confirmation(Confirmation.REMOVALS));
  }

  /** The last good answer, with one host name, in place of one that is not good. */
  static Ports trustingEmpty(Ports good) {
    Map<String, ArmAnswer.Answered> last = new HashMap<>();
    Arm arm =
        request -> {
          ArmAnswer answer = good.arm().send(request);
          if (request.method() != ArmRequest.Method.GET
              || !request.path().contains("Microsoft.ApiManagement/service/")) {
            return answer;
          }
          if (succeeded(answer)) {
            last.put(request.path(), (ArmAnswer.Answered) answer);
            return answer;
          }
          return Optional.ofNullable(last.get(request.path()))
              .<ArmAnswer>map(BrokenPorts::emptied)
              .orElse(answer);
        };
    return with(good, arm, good.state(), good.signals());
  }

  private static ArmAnswer emptied(ArmAnswer.Answered answer) {
    ObjectNode body = answer.body().deepCopy();
    JsonNode names = body.path("properties").path("hostnameConfigurations");
    ArrayNode left = body.withObject("/properties").putArray("hostnameConfigurations");
    if (!names.isEmpty()) {
      left.add(names.get(names.size() - 1));
    }
    return new ArmAnswer.Answered(200, answer.headers(), body);
  }

  static Ports droppingWakes(Ports good) {
    Signals signals =
        (message, delay) -> {
          if (!(message instanceof Message.Wake)) {
            good.signals().send(message, delay);
          }
        };
    return with(good, good.arm(), good.state(), signals);
  }

  /**
   * States without the change that is on its way, and a gateway that is busy with it looks as if it
   * were not.
   *
   * @param memory of all processes of a life
   */
  static Ports ignoringIntents(Ports good, Map<String, JsonNode> memory) {
    Arm arm =
        request -> {
          ArmAnswer answer = good.arm().send(request);
          if (!isGateway(request)) {
            return answer;
          }
          String own = "own " + request.path();
          if (request.method() == ArmRequest.Method.PUT) {
            memory.put(own, request.body().orElseThrow());
            return answer;
          }
          if (!memory.containsKey(own)
              || !(answer instanceof ArmAnswer.Answered read)
              || !read.isSuccess()) {
            return answer;
          }
          if (!read.body().path("properties").path("provisioningState").asText("").equals(BUSY)) {
            memory.remove(own);
            return answer;
          }
          ObjectNode body = read.body().deepCopy();
          body.withObject("/properties").put("provisioningState", "Succeeded");
          return new ArmAnswer.Answered(200, read.headers(), body);
        };
    return with(good, arm, new Forgetful(good.state()), good.signals());
  }

  private static boolean isGateway(ArmRequest request) {
    return request.path().contains("/applicationGateways/")
        && !request.path().contains("/backendhealth");
  }

  /**
   * What is put back is the whole document of before.
   *
   * @param memory of all processes of a life
   */
  static Ports puttingAllBack(Ports good, Map<String, JsonNode> memory) {
    Arm arm =
        request -> {
          if (!isGateway(request)) {
            return good.arm().send(request);
          }
          boolean put = request.method() == ArmRequest.Method.PUT;
          if (put
              && memory.containsKey(REVERSING)
              && memory.containsKey("before " + request.path())) {
            return good.arm()
                .send(
                    ArmRequest.put(
                        request.path(), memory.get("before " + request.path()), request.headers()));
          }
          if (put) {
            memory.put("before " + request.path(), memory.get("read " + request.path()));
          }
          ArmAnswer answer = good.arm().send(request);
          if (!put && answer instanceof ArmAnswer.Answered answered && answered.isSuccess()) {
            memory.put("read " + request.path(), answered.body());
          }
          return answer;
        };
    return with(good, arm, new Watched(good.state(), memory), good.signals());
  }

  private static Ports with(Ports good, Arm arm, Blobs state, Signals signals) {
    return good.with(broken -> broken.arm(arm).state(state).signals(signals));
  }

  private static class Passing implements Blobs {
    private final Blobs blobs;

    Passing(Blobs blobs) {
      this.blobs = blobs;
    }

    @Override
    public Optional<Versioned> read(String name) {
      return blobs.read(name);
    }

    @Override
    public Optional<String> write(
        String name, String content, Condition condition, Optional<String> lease) {
      return blobs.write(name, content, condition, lease);
    }

    @Override
    public void delete(String name) {
      blobs.delete(name);
    }

    @Override
    public java.util.List<String> list(String prefix, int max) {
      return blobs.list(prefix, max);
    }

    @Override
    public Optional<Lease> lease(String name) {
      return blobs.lease(name);
    }
  }

  private static final class Unleased extends Passing {
    Unleased(Blobs blobs) {
      super(blobs);
    }

    @Override
    public Optional<String> write(
        String name, String content, Condition condition, Optional<String> lease) {
      return super.write(name, content, new Condition.Always(), Optional.empty());
    }

    /** Takes the lease and gives it back at once, so that the next one gets it too. */
    @Override
    public Optional<Lease> lease(String name) {
      return super.lease(name)
          .map(
              lease -> {
                lease.close();
                return new Pretended(lease.id(), lease.acquiredAt());
              });
    }
  }

  private record Pretended(String id, Instant acquiredAt) implements Blobs.Lease {
    @Override
    public boolean renew() {
      return true;
    }

    @Override
    public void close() {}
  }

  private static final class Watched extends Passing {
    private final Map<String, JsonNode> memory;

    Watched(Blobs blobs, Map<String, JsonNode> memory) {
      super(blobs);
      this.memory = memory;
    }

    @Override
    public Optional<String> write(
        String name, String content, Condition condition, Optional<String> lease) {
      JsonNode state = parsed(content);
      String kind = state.path("aftercare").path("sent").path("kind").asText();
      if (kind.equals("RESTORE") || kind.equals("ROLLBACK")) {
        memory.put(REVERSING, state);
      } else {
        memory.remove(REVERSING);
      }
      return super.write(name, content, condition, lease);
    }
  }

  private static JsonNode parsed(String content) {
    try {
      return JSON.readTree(content);
    } catch (JsonProcessingException noState) {
      return JSON.createObjectNode();
    }
  }

  private static final class Forgetful extends Passing {
    Forgetful(Blobs blobs) {
      super(blobs);
    }

    @Override
    public Optional<String> write(
        String name, String content, Condition condition, Optional<String> lease) {
      return super.write(name, forgetting(content), condition, lease);
    }

    private static String forgetting(String content) {
      try {
        if (!(JSON.readTree(content) instanceof ObjectNode state)
            || !(state.path("flight") instanceof ObjectNode flight)
            || !flight.has("inFlight")) {
          return content;
        }
        flight.remove("inFlight");
        return state.toString();
      } catch (JsonProcessingException noState) {
        return content;
      }
    }
  }
}
