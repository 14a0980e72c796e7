package dev.lockstep.discover;

import dev.lockstep.config.Configuration;
import dev.lockstep.config.ConfigurationProblems;
import dev.lockstep.config.Discovery;
import dev.lockstep.config.Problem;
import dev.lockstep.config.TagBinding;
import dev.lockstep.model.Binding;
import dev.lockstep.model.ReadFailure;
import dev.lockstep.model.Reading;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.TaggedService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The bindings of services that carry a tag.
 *
 * <pre>
 * a service in scope | is configured | is listed | its tag      | then
 * -------------------+---------------+-----------+--------------+---------------------------------
 * read               | yes           | any       | any          | the configured binding stands alone
 * read               | no            | any       | none         | nothing
 * read               | no            | no        | there        | nothing, but a finding
 * read               | no            | yes       | no gateway   | nothing, but a finding
 * read               | no            | yes       | a gateway    | a binding: Proxy, mode plan
 * its scope unread   | no            | yes       | unknown      | the binding that was, if any
 * its scope unread   | otherwise     |           | unknown      | nothing
 * </pre>
 *
 * @param bindings the discovered ones, in the order of their service's id
 * @param findings what a person should know
 */
public record Discovered(List<Binding> bindings, List<Finding> findings) {
  public Discovered {
    bindings = List.copyOf(bindings);
    findings = List.copyOf(findings);
  }

  /**
   * What there is to discover.
   *
   * @param lists what each scope's list brought; a scope that is missing counts as unread
   * @param before what was discovered when last looked
   */
  public static Discovered of(
      Configuration configuration,
      Map<ResourceId, Reading<List<TaggedService>>> lists,
      List<Binding> before) {
    return configuration
        .discovery()
        .map(discovery -> new Look(configuration, discovery).at(lists, before))
        .orElse(new Discovered(List.of(), List.of()));
  }

  private static final class Look {
    private final Discovery discovery;
    private final Set<ResourceId> configured;
    private final Set<String> names;
    private final SortedMap<String, Binding> bindings = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();

    Look(Configuration configuration, Discovery discovery) {
      this.discovery = discovery;
      this.configured =
          configuration.bindings().stream().map(Binding::service).collect(Collectors.toSet());
      this.names =
          configuration.bindings().stream()
              .map(binding -> binding.name().toLowerCase(Locale.ROOT))
              .collect(Collectors.toSet());
    }

    Discovered at(Map<ResourceId, Reading<List<TaggedService>>> lists, List<Binding> before) {
      SortedMap<String, TaggedService> read = new TreeMap<>();
      List<ResourceId> unread = new ArrayList<>();
      for (ResourceId scope : discovery.scopes()) {
        Optional<Reading<List<TaggedService>>> list = Optional.ofNullable(lists.get(scope));
        list.flatMap(Reading::asValue)
            .ifPresentOrElse(
                services -> services.forEach(service -> read.put(service.id().key(), service)),
                () -> unread.add(scope));
        list.flatMap(Reading::asFailure).ifPresent(failure -> failed(scope, failure));
      }
      before.stream()
          .filter(binding -> !read.containsKey(binding.service().key()))
          .filter(binding -> isFree(binding.service()) && discovery.lists(binding.service()))
          .filter(
              binding ->
                  unread.stream().anyMatch(scope -> Discovery.isWithin(binding.service(), scope)))
          .forEach(binding -> bindings.put(binding.service().key(), binding));
      read.values().stream().filter(service -> isFree(service.id())).forEach(this::judge);
      return new Discovered(List.copyOf(bindings.values()), findings);
    }

    private boolean isFree(ResourceId service) {
      return discovery.covers(service) && !configured.contains(service);
    }

    private void judge(TaggedService service) {
      Optional<String> gateway = service.tag(discovery.tag());
      if (gateway.isEmpty()) {
        return;
      }
      if (!discovery.lists(service.id())) {
        find(
            service.id(),
            "carries the tag " + discovery.tag() + " and is not listed: nothing is planned for it",
            "add its name to discovery.services, or remove the tag");
        return;
      }
      try {
        bindings.put(service.id().key(), binding(service, gateway.get()));
      } catch (ConfigurationProblems e) {
        for (Problem problem : e.problems()) {
          find(
              service.id(),
              "its tags do not make a binding: " + problem.path() + ": " + problem.message(),
              problem.remedy());
        }
      }
    }

    private Binding binding(TaggedService service, String gateway) {
      List<String> zones =
          Arrays.stream(service.tag(discovery.zonesTag()).orElse("").split("[,;\\s]+"))
              .filter(id -> !id.isBlank())
              .toList();
      return TagBinding.of(
          DiscoveredName.of(service.id(), names),
          service.id(),
          gateway,
          zones,
          discovery.frontend());
    }

    private void failed(ResourceId scope, ReadFailure failure) {
      find(
          scope,
          "its services could not be listed, so what was discovered there stays: "
              + failure.message(),
          failure.remedy());
    }

    private void find(ResourceId resource, String message, String remedy) {
      findings.add(new Finding(resource, message, remedy));
    }
  }
}
