package dev.lockstep.route;

import dev.lockstep.model.ElementKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which requests of others two documents treat differently (design 5.5).
 *
 * <pre>
 * request                                   before        after            moved?
 * a host that a foreign listener serves     rule F        rule F           no
 *                                           rule F        another, none    yes
 *                                           certificate C another, none    yes
 *   …and an owned listener names exactly    any           any              no: not asked
 *   …inside an owned wildcard, F wider      any           any              no: not asked
 *   …inside an owned wildcard, F narrower   rule F        the owned rule   yes
 * without SNI, first shown is foreign       certificate C another, none    yes
 * without SNI, first shown is owned         any           any              no: not asked
 * a host that nobody served, or we did      none, ours    any              no: not asked
 * </pre>
 */
public final class RouteDiff {
  private RouteDiff() {}

  /** The moved requests among those of interest, in their order. */
  public static List<Moved> between(Router before, Router after, Interest interest) {
    List<Moved> moved = new ArrayList<>();
    for (Question question : interest.questions()) {
      Route was = question.askOf(before);
      Route is = question.askOf(after);
      if (!was.equals(is)) {
        moved.add(new Moved(question, was, is));
      }
    }
    return List.copyOf(moved);
  }

  /** The moved requests of all foreign traffic; owned listeners are told by the predicate. */
  public static List<Moved> between(Router before, Router after, Predicate<ElementKey> owned) {
    return between(before, after, Interest.of(before, after, owned));
  }
}
