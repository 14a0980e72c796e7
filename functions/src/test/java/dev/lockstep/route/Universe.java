package dev.lockstep.route;

import dev.lockstep.testing.gateway.SiteShape.Door;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every request worth asking a generated gateway: the generator's hosts, and some that meet. */
final class Universe {
  private static final List<String> LABELS =
      List.of(
          "api",
          "shop",
          "www",
          "portal",
          "w12",
          "a.b",
          "x.b",
          "api-v2",
          "apis",
          "x-v2",
          "w.a",
          "s1p",
          "xn--bcher-kva",
          "nobody-names-this",
          "a",
          "abcd",
          "ap.i");
  private static final List<String> DOMAINS =
      List.of(
          "contoso.com", "fabrikam.com", "tailwind.example", "contoso.de", "s.com", "other.org");

  private Universe() {}

  static List<String> hosts() {
    List<String> hosts = new ArrayList<>(DOMAINS);
    for (String domain : DOMAINS) {
      LABELS.forEach(label -> hosts.add(label + "." + domain));
    }
    return List.copyOf(hosts);
  }

  /** Each host by SNI, and one request each without SNI and with an SNI that nobody names. */
  static List<Question> questions() {
    List<Question> questions = new ArrayList<>();
    for (Door door : Door.values()) {
      Entrance entrance = Entrance.of(door.frontend(), door.port());
      for (String host : hosts()) {
        questions.add(new Question(entrance, Optional.of(host), host));
      }
      questions.add(new Question(entrance, Optional.empty(), "shop.contoso.com"));
      questions.add(new Question(entrance, Optional.of("unknown.invalid"), "shop.contoso.com"));
    }
    return questions;
  }

  static Oracle.Answer ask(Oracle oracle, Question question) {
    Entrance entrance = question.entrance();
    return oracle.ask(entrance.frontend().name(), entrance.port(), question.sni(), question.host());
  }
}
