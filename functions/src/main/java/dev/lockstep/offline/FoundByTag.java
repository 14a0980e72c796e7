package dev.lockstep.offline;

import dev.lockstep.config.Configuration;
import dev.lockstep.discover.Discovered;
import dev.lockstep.model.Binding;
import dev.lockstep.model.Reading;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.TaggedService;
import dev.lockstep.read.ServiceReader;
import dev.lockstep.read.TaggedServiceReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What discovery finds among the services in the files, as if the files held every service there
 * is.
 *
 * @param bindings of services whose gateway is in a file too
 * @param notes what was found, and what was not planned
 */
record FoundByTag(List<Binding> bindings, List<String> notes) {
  static FoundByTag of(Configuration configuration, Documents documents, World world) {
    List<TaggedService> services =
        documents.ofType(ServiceReader.TYPE).stream()
            .map(found -> TaggedServiceReader.read(found.body()))
            .toList();
    Map<ResourceId, Reading<List<TaggedService>>> lists = new HashMap<>();
    configuration
        .discovery()
        .ifPresent(
            discovery ->
                discovery.scopes().forEach(scope -> lists.put(scope, Reading.known(services))));
    Discovered discovered = Discovered.of(configuration, lists, List.of());
    List<Binding> bindings = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    discovered
        .findings()
        .forEach(f -> notes.add(f.resource() + ": " + f.message() + "; " + f.remedy()));
    for (Binding binding : discovered.bindings()) {
      boolean there = world.gateways().containsKey(binding.gateway());
      notes.add(
          binding.service().name()
              + " is discovered by its tag"
              + (there ? "" : ", but its gateway " + binding.gateway() + " is in no file"));
      if (there) {
        bindings.add(binding);
      }
    }
    return new FoundByTag(bindings, notes);
  }
}
