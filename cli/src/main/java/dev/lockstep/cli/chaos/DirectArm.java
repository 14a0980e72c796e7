package dev.lockstep.cli.chaos;

import com.azure.core.credential.TokenRequestContext;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.lockstep.azure.TokenIdentity;
import dev.lockstep.port.Arm;
import dev.lockstep.port.ArmAnswer;
import dev.lockstep.port.ArmAnswer.Answered;
import dev.lockstep.port.ArmAnswer.NoAnswer;
import dev.lockstep.port.ArmRequest;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.arm.ConnectionLost;
import dev.lockstep.simulator.chaos.Outside;
import dev.lockstep.simulator.token.Principals;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The simulated ARM without HTTP, text and SDK in between: the answer's tree is handed over as it
 * is, since neither side changes a tree that it has shown.
 */
final class DirectArm implements Arm {
  /** The few names of headers in lower case. */
  private static final Map<String, String> LOWER = new ConcurrentHashMap<>();

  private final Outside outside;
  private final TokenIdentity identity;

  DirectArm(Outside outside, TokenIdentity identity) {
    this.outside = outside;
    this.identity = identity;
  }

  @Override
  public ArmAnswer send(ArmRequest request) {
    if (identity.self().isEmpty()) {
      // As the pipeline does before its first request: it is the token that tells who we are.
      var unused = identity.getTokenSync(new TokenRequestContext().addScopes(InProcessHttp.ARM));
    }
    try {
      return answered(outside.arm().apply(asked(request)));
    } catch (ConnectionLost lost) {
      return new NoAnswer(true, request.method() + " brought no answer: connection reset");
    }
  }

  private static dev.lockstep.simulator.arm.ArmRequest asked(ArmRequest request) {
    String target = request.path();
    String below =
        target.startsWith(InProcessHttp.ARM)
            ? target.substring(InProcessHttp.ARM.length())
            : target;
    int mark = below.indexOf('?');
    return new dev.lockstep.simulator.arm.ArmRequest(
        request.method().name(),
        InProcessHttp.ARM,
        InProcessHttp.decoded(mark < 0 ? below : below.substring(0, mark)),
        InProcessHttp.query(mark < 0 ? "" : below.substring(mark + 1)),
        request.headers(),
        request.body().map(Object::toString).orElse(""),
        Principals.LOCKSTEP);
  }

  private static Answered answered(ArmResponse answer) {
    Map<String, String> headers = new HashMap<>();
    answer
        .headers()
        .forEach(
            (name, value) ->
                headers.put(
                    LOWER.computeIfAbsent(name, any -> any.toLowerCase(Locale.ROOT)), value));
    return new Answered(
        answer.status(), headers, answer.body().orElseGet(MissingNode::getInstance));
  }
}
