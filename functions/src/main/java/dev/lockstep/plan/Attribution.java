package dev.lockstep.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.desire.Kind;
import dev.lockstep.desire.Site;
import dev.lockstep.desire.SiteElements;
import dev.lockstep.desire.WantedElement;
import dev.lockstep.model.Binding;
import dev.lockstep.model.HostName;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.Sha256;
import dev.lockstep.plan.Quarantine.Entry;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the endpoints that a refusal is about: those that want an element which it names, by name
 * or by id, or that use a secret which it names. A port is nobody's, since it stands for all.
 */
public final class Attribution {
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.*-]*[A-Za-z0-9_*]");
  private static final Pattern URL = Pattern.compile("https://[^\\s'\",;)\\]}]+");

  private Attribution() {}

  /**
   * The endpoints, with what was desired of them; empty when the words name none.
   *
   * @param input what the refused plan was made of
   * @param words codes, messages and targets of the refusal
   */
  public static SortedMap<HostName, Entry> of(PlanInput input, String words) {
    Set<String> names = names(words);
    Set<SecretId> secrets = secrets(words);
    SortedMap<HostName, Entry> found = new TreeMap<>();
    input
        .observation()
        .gateway()
        .asValue()
        .ifPresent(
            document -> {
              Estate estate = Estate.of(input, document);
              List<Site> sites = Planner.admitted(input, estate);
              Wanted wanted = new Wanted(sites, estate, byName(input.bindings()));
              for (Site site : sites) {
                boolean named =
                    secrets.contains(site.secret().versionless())
                        || wanted.elementsOf(site).stream()
                            .anyMatch(element -> isNamed(element, names));
                // Who is in quarantine was left out of what was refused.
                if (named && !input.quarantine().holds(site)) {
                  found.put(site.host(), entry(site, words));
                }
              }
            });
    return found;
  }

  /** Names what is desired of a host name, whatever its elements are called. */
  static String hash(Site site) {
    return Sha256.of(
            SiteElements.of(site).stream()
                .map(element -> element.key() + Canonical.text((JsonNode) element.properties()))
                .sorted()
                .collect(Collectors.joining("\n")))
        .substring(0, 16);
  }

  private static Entry entry(Site site, String words) {
    String secret = site.secret().vaultName() + "/" + site.secret().name();
    return new Entry(hash(site), Optional.of(secret), words);
  }

  private static boolean isNamed(WantedElement element, Set<String> names) {
    boolean isPort = Kind.of(element.key()).equals(Optional.of(Kind.PORT));
    return !isPort && names.contains(element.key().name().toLowerCase(Locale.ROOT));
  }

  private static Set<String> names(String words) {
    return WORD.matcher(words)
        .results()
        .map(MatchResult::group)
        .map(word -> word.toLowerCase(Locale.ROOT))
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static Set<SecretId> secrets(String words) {
    return URL.matcher(words)
        .results()
        .map(MatchResult::group)
        .map(url -> url.endsWith(".") ? url.substring(0, url.length() - 1) : url)
        .flatMap(url -> SecretId.tryParse(url).stream())
        .map(SecretId::versionless)
        .collect(Collectors.toSet());
  }

  private static Map<String, Binding> byName(List<Binding> bindings) {
    return bindings.stream().collect(Collectors.toMap(Binding::name, Function.identity()));
  }
}
