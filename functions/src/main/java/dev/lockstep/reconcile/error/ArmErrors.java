package dev.lockstep.reconcile.error;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.port.ArmAnswer;
import dev.lockstep.port.ArmAnswer.Answered;
import dev.lockstep.port.ArmAnswer.NoAnswer;
import dev.lockstep.reconcile.error.Verdict.Kind;
import java.util.List;
import java.util.Optional;

/**
 * Tells what an unsuccessful answer means. Codes and texts: Microsoft Learn,
 * request-limits-and-throttling and azure-resource-manager troubleshooting; Azure/azure-cli#21156,
 * #28615; Azure/application-gateway-kubernetes-ingress#187, #999.
 *
 * <pre>
 * answer                                             | verdict
 * ---------------------------------------------------+----------
 * no answer, nothing sent                            | NOT_SENT
 * no answer, 408, 5xx                                | UNCERTAIN
 * 412                                                | CONFLICT
 * any status, a code of another operation            | CONFLICT   (429 RetryableError is no throttling)
 * 409 ScopeLocked                                    | DENIED     remove the lock
 * 409 {@link StandingConflict}                             | DENIED     subscription, group
 * 409 otherwise                                      | CONFLICT
 * 429 otherwise                                      | THROTTLED  Retry-After
 * 401, 403                                           | DENIED     role assignment, policy
 * 404                                                | DENIED     the resource or its zone is gone
 * 400 and every other 4xx                            | REFUSED    Key Vault, bad reference …
 * operation Canceled                                 | CONFLICT   somebody wrote later
 * operation Failed                                   | by its code, else REFUSED
 * </pre>
 */
public final class ArmErrors {
  private static final List<String> ANOTHER_OPERATION =
      List.of(
          "CanceledAndSupersededDueToAnotherOperation",
          "RetryableErrorDueToAnotherOperation",
          "ReferencedResourceNotProvisioned",
          "AnotherOperationInProgress");

  private ArmErrors() {}

  /** The verdict on an answer that is no success. */
  public static Verdict of(ArmAnswer answer) {
    if (answer instanceof NoAnswer none) {
      Kind kind = none.maybeSent() ? Kind.UNCERTAIN : Kind.NOT_SENT;
      return Verdict.of(kind, none.reason(), "");
    }
    Answered answered = (Answered) answer;
    ArmError error =
        ArmError.in(answered.body())
            .orElseGet(() -> new ArmError("HTTP " + answered.status(), "no detail", List.of()));
    return of(answered.status(), error, answered);
  }

  /**
   * The verdict on an operation that did not succeed.
   *
   * @param status the body of the operation's status document
   */
  public static Verdict ofOperation(JsonNode status) {
    ArmError error =
        ArmError.in(status)
            .orElseGet(() -> new ArmError(status.path("status").asText(), "no detail", List.of()));
    if (status.path("status").asText().equalsIgnoreCase("Canceled") || isAnotherOperation(error)) {
      return Verdict.of(Kind.CONFLICT, error.inWords(), "");
    }
    if (error.has("InternalServerError")) {
      return Verdict.of(Kind.UNCERTAIN, error.inWords(), "");
    }
    return Verdict.of(Kind.REFUSED, error.inWords(), DocumentRemedy.of(error));
  }

  private static Verdict of(int status, ArmError error, Answered answered) {
    String words = error.inWords();
    if (status == 412 || isAnotherOperation(error)) {
      return new Verdict(Kind.CONFLICT, words, "", answered.retryAfter());
    }
    if (error.has("ScopeLocked")) {
      return Verdict.of(Kind.DENIED, words, AccessRemedy.ofLock(error));
    }
    Optional<String> standing = StandingConflict.remedy(error);
    if (standing.isPresent()) {
      return Verdict.of(Kind.DENIED, words, standing.get());
    }
    return switch (status) {
      case 409 -> new Verdict(Kind.CONFLICT, words, "", answered.retryAfter());
      case 429 -> new Verdict(Kind.THROTTLED, words, "", answered.retryAfter());
      case 401, 403 -> Verdict.of(Kind.DENIED, words, AccessRemedy.of(error));
      case 404 ->
          Verdict.of(
              Kind.DENIED, words, "Check the resource ids in the binding; one is not there.");
      case 408 -> Verdict.of(Kind.UNCERTAIN, words, "");
      default ->
          status >= 500
              ? new Verdict(Kind.UNCERTAIN, words, "", answered.retryAfter())
              : Verdict.of(Kind.REFUSED, words, DocumentRemedy.of(error));
    };
  }

  private static boolean isAnotherOperation(ArmError error) {
    return ANOTHER_OPERATION.stream().anyMatch(error::has);
  }

  /** The error code of an answer, for the journal; empty when there is none. */
  public static Optional<String> code(ArmAnswer answer) {
    return answer instanceof Answered answered
        ? ArmError.in(answered.body()).map(ArmError::code)
        : Optional.empty();
  }
}
