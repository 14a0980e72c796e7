package dev.lockstep.plan;

import dev.lockstep.model.HostName;
import java.util.List;
import java.util.Optional;

/**
 * One change, as a person reads it.
 *
 * @param kind add, update or remove
 * @param subject what is changed
 * @param fields what changes inside it, in document order; paths are relative to the subject
 * @param reason why, in words
 * @param host the host name it is for; empty for an element that several share
 * @param binding name of the binding it comes from
 */
public record Change(
    Kind kind,
    Subject subject,
    List<FieldChange> fields,
    String reason,
    Optional<HostName> host,
    String binding) {
  public Change {
    fields = List.copyOf(fields);
  }

  /** What happens to the subject. */
  public enum Kind {
    ADD,
    UPDATE,
    REMOVE
  }
}
