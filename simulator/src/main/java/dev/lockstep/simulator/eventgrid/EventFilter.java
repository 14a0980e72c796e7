package dev.lockstep.simulator.eventgrid;

import dev.lockstep.simulator.event.SimulatedEvent;
import java.util.List;
import java.util.Set;

/**
 * Which events a subscription wants. All parts must hold.
 *
 * @param includedEventTypes empty means all
 * @param subjectBeginsWith compared without case unless told otherwise; empty means any
 * @param subjectEndsWith likewise
 */
public record EventFilter(
    Set<String> includedEventTypes,
    String subjectBeginsWith,
    String subjectEndsWith,
    boolean subjectCaseSensitive,
    List<AdvancedFilter> advanced) {

  /** Every event. */
  public static final EventFilter ALL = new EventFilter(Set.of(), "", "", false, List.of());

  public EventFilter {
    includedEventTypes = Set.copyOf(includedEventTypes);
    advanced = List.copyOf(advanced);
  }

  /** Only these types. */
  public static EventFilter types(String... types) {
    return new EventFilter(Set.of(types), "", "", false, List.of());
  }

  /** This filter and one more condition. */
  public EventFilter and(AdvancedFilter more) {
    List<AdvancedFilter> all = new java.util.ArrayList<>(advanced);
    all.add(more);
    return new EventFilter(
        includedEventTypes, subjectBeginsWith, subjectEndsWith, subjectCaseSensitive, all);
  }

  /** Whether the event goes to the subscription. */
  public boolean matches(SimulatedEvent event) {
    String subject = event.subject();
    int tail = subject.length() - subjectEndsWith.length();
    boolean ignoreCase = !subjectCaseSensitive;
    return typeIncluded(event.type())
        && subject.regionMatches(ignoreCase, 0, subjectBeginsWith, 0, subjectBeginsWith.length())
        && subject.regionMatches(ignoreCase, tail, subjectEndsWith, 0, subjectEndsWith.length())
        && advanced.stream().allMatch(filter -> filter.matches(event));
  }

  private boolean typeIncluded(String type) {
    return includedEventTypes.isEmpty()
        || includedEventTypes.stream().anyMatch(type::equalsIgnoreCase);
  }
}
