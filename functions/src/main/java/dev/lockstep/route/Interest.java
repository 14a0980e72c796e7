package dev.lockstep.route;

import dev.lockstep.model.ElementKey;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The requests that are none of our business, so that nothing may change for them. Per entrance:
 *
 * <pre>
 * a foreign listener has      asked is
 * an exact host               that host
 * a wildcard                  an example of it, and one inside each owned wildcard that it meets
 *                             and does not cover
 * no host name (basic)        a host that nobody names
 * the certificate shown to    a request without SNI, and one with an SNI that nobody names
 *   clients without SNI
 *
 * left out: hosts that an owned listener of the entrance names exactly; hosts that no foreign
 * listener served before
 * </pre>
 *
 * <p>An owned wildcard inside a wider foreign one, or before a basic listener, is a claim on all of
 * its hosts, so no example is taken from it. The examples depend on the documents alone.
 *
 * @param questions in order, each once
 */
public record Interest(List<Question> questions) {
  public Interest {
    questions = List.copyOf(questions);
  }

  /**
   * What must stay between two documents.
   *
   * @param before the gateway as it is
   * @param after the gateway as it shall be
   * @param owned whether a listener is ours, such as {@code OwnerRecord::owns}
   */
  public static Interest of(Router before, Router after, Predicate<ElementKey> owned) {
    NavigableSet<Question> questions = new TreeSet<>();
    FreshNames names = FreshNames.of(before, after);
    before
        .byEntrance()
        .forEach(
            (entrance, candidates) -> {
              Claims claims = Claims.of(after.candidates(entrance), owned);
              Predicate<Candidate> foreign = candidate -> !owned.test(candidate.listener());
              questions.addAll(ask(entrance, candidates, foreign, claims, names));
            });
    return new Interest(List.copyOf(questions));
  }

  private static NavigableSet<Question> ask(
      Entrance entrance,
      Candidates candidates,
      Predicate<Candidate> foreign,
      Claims claims,
      FreshNames names) {
    NavigableSet<String> hosts = new TreeSet<>();
    for (Candidate candidate : candidates.inOrder()) {
      if (foreign.test(candidate)) {
        hosts.addAll(claims.untouched(candidate, names));
      }
    }
    hosts.removeIf(host -> candidates.taker(host).filter(foreign).isEmpty());

    NavigableSet<Question> questions = new TreeSet<>();
    for (String host : hosts) {
      questions.add(new Question(entrance, Optional.of(host), host));
    }
    if (candidates.defaultPresenter().filter(foreign).isPresent()) {
      String nobody = names.host();
      String host = hosts.isEmpty() ? nobody : hosts.first();
      questions.add(new Question(entrance, Optional.empty(), host));
      questions.add(new Question(entrance, Optional.of(nobody), host));
    }
    return questions;
  }
}
