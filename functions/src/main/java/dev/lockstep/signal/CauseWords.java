package dev.lockstep.signal;

import dev.lockstep.model.ResourceId;

/** A notice in words, for the journal. */
final class CauseWords {
  // A resource id may be far longer than the journal needs; the name at its end is told in full.
  private static final int MAX = 600;

  private CauseWords() {}

  /** One line that says what happened to what. */
  static String of(Notice notice) {
    String what =
        notice.type().equals(CommonAlert.TYPE)
            ? "alert " + notice.operation().orElse("without a name")
            : notice.operation().orElse(notice.type());
    String end =
        notice.condition().or(() -> ArmEventTypes.end(notice.type())).map(" "::concat).orElse("");
    String subject =
        notice
            .vaultObject()
            .map(VaultObject::toString)
            .or(() -> notice.resource().map(ResourceId::value))
            .map(text -> ": " + text)
            .orElse("");
    return PlainText.of(what + end + subject, MAX);
  }
}
