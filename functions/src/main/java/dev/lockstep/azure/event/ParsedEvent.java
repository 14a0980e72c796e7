package dev.lockstep.azure.event;

import dev.lockstep.signal.InputProblem;
import dev.lockstep.signal.Notice;
import java.util.List;

/** One event of a payload as it was read. */
public sealed interface ParsedEvent {
  /**
   * A well-formed event, of whatever type.
   *
   * @param notices what it says, mostly one thing; an alert says one of each of its resources
   */
  record Understood(List<Notice> notices) implements ParsedEvent {
    public Understood {
      notices = List.copyOf(notices);
    }
  }

  /**
   * Something that is no event.
   *
   * @param problems all that is wrong with it
   */
  record Unreadable(List<InputProblem> problems) implements ParsedEvent {
    public Unreadable {
      problems = List.copyOf(problems);
    }
  }
}
