package dev.lockstep.plan;

import dev.lockstep.trust.TrustChoice;
import dev.lockstep.trust.TrustNote;
import dev.lockstep.trust.TrustNote.When;
import dev.lockstep.trust.TrustProblem;
import java.util.List;
import java.util.stream.Collectors;

/** What the choice of roots gives a person to know. */
final class TrustFindings {
  private TrustFindings() {}

  static void report(Claim claim, TrustChoice choice, Findings findings) {
    if (choice instanceof TrustChoice.Undetermined undetermined) {
      undetermined(claim, undetermined, findings);
    }
    choice.notes().stream()
        .filter(note -> note.when() == When.PRESENTED)
        .forEach(
            note ->
                findings.warn(
                    WarningCode.CHAIN_PROBLEM, claim.binding().name(), words(claim, note)));
  }

  private static void undetermined(
      Claim claim, TrustChoice.Undetermined choice, Findings findings) {
    // Of what is presented now it is too late to warn, so the change to come stands first.
    List<TrustNote> missing = choice.missing();
    boolean toCome = missing.stream().anyMatch(note -> note.when() == When.NEWEST);
    String when =
        toCome
            ? "; the service presents the new certificate by itself, "
                + choice
                    .switchBy()
                    .map(from -> "at any time since " + from)
                    .orElse("at a time that is not known")
            : "";
    findings.warn(
        WarningCode.TRUST_UNDETERMINED,
        claim.binding().name(),
        claim.host().shown()
            + ": it is not known which roots the gateway needs, so its setting stays as it is: "
            + missing.stream()
                .map(TrustFindings::words)
                .distinct()
                .collect(Collectors.joining("; "))
            + when);
  }

  private static String words(Claim claim, TrustNote note) {
    return claim.host().shown() + ", " + words(note);
  }

  private static String words(TrustNote note) {
    TrustProblem problem = note.problem();
    String where = note.region().isEmpty() ? "" : " (" + note.region() + ")";
    String then = problem.remedy().isEmpty() ? "" : ", so " + problem.remedy();
    return note.when().words() + where + ": " + problem.reason() + then;
  }
}
