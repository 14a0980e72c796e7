package dev.lockstep.plan;

import dev.lockstep.desire.Door;
import dev.lockstep.desire.Kind;
import dev.lockstep.desire.Site;
import dev.lockstep.desire.SiteNames;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.GatewayDocument.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Names a site's listeners on its frontends, so that none is renamed or moved without need.
 *
 * <pre>
 * our listener on the frontend | plain name taken   | name
 * -----------------------------+--------------------+-----------------------------------
 * stands                       | any                | as it is
 * does not stand               | no                 | the plain one
 * does not stand               | by another of them | with "public" or "private"
 * </pre>
 */
final class DoorChoice {
  private static final String PLAIN = "";

  private DoorChoice() {}

  /**
   * @param frontends where the site is to stand, at most one of each kind
   */
  static List<Door> of(
      Claim claim,
      SiteNames names,
      List<Element> frontends,
      Commons commons,
      Estate estate,
      Findings findings) {
    List<Door> doors = new ArrayList<>();
    for (Element frontend : frontends) {
      String variant =
          standing(names, frontend, estate)
              .orElseGet(
                  () ->
                      isPlainFree(names, frontend, frontends, doors, estate)
                          ? PLAIN
                          : kind(frontend));
      Optional<Site.Port> redirect =
          claim.policy().options().redirectHttp()
              ? RedirectChoice.of(claim, names, frontend, variant, commons.http(), estate, findings)
              : Optional.empty();
      doors.add(new Door(frontend.key(), variant, commons.https(), redirect));
    }
    return doors;
  }

  private static boolean isPlainFree(
      SiteNames names, Element frontend, List<Element> frontends, List<Door> doors, Estate estate) {
    return doors.stream().noneMatch(door -> door.variant().equals(PLAIN))
        && frontends.stream()
            .filter(other -> !other.key().equals(frontend.key()))
            .noneMatch(other -> stands(names, other, PLAIN, estate));
  }

  private static Optional<String> standing(SiteNames names, Element frontend, Estate estate) {
    return List.of(PLAIN, kind(frontend)).stream()
        .filter(variant -> stands(names, frontend, variant, estate))
        .findFirst();
  }

  private static boolean stands(SiteNames names, Element frontend, String variant, Estate estate) {
    ElementKey key = names.key(Kind.LISTENER, variant);
    return estate.owned().owns(key)
        && estate
            .document()
            .element(key)
            .flatMap(listener -> listener.reference("frontendIPConfiguration"))
            .filter(estate.document().idOf(frontend.key())::equals)
            .isPresent();
  }

  private static String kind(Element frontend) {
    return FrontendChoice.isPublic(frontend) ? "public" : "private";
  }
}
