package dev.lockstep.config;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.Binding;
import dev.lockstep.model.Mode;
import dev.lockstep.model.ResourceId;
import java.util.List;
import java.util.Optional;

/** A binding that nobody wrote: of a service that carries a tag. */
public final class TagBinding {
  private TagBinding() {}

  /**
   * The binding: Proxy only, in mode plan, with the defaults for the rest. The texts come from tags
   * and are checked as if they stood in the configuration.
   *
   * @param gateway the value of the tag that names the gateway
   * @param zones ids of DNS zones
   * @param frontend where the listeners stand; empty for the only frontend there is
   * @throws ConfigurationProblems with everything that is wrong with the texts
   */
  public static Binding of(
      String name,
      ResourceId service,
      String gateway,
      List<String> zones,
      Optional<String> frontend) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("name", name).put("service", service.value()).put("gateway", gateway.strip());
    node.put("mode", Mode.PLAN.wireName());
    zones.forEach(node.putArray("zones")::add);
    ObjectNode proxy = node.putObject("endpoints").putObject("Proxy");
    frontend.ifPresent(there -> proxy.put("frontend", there));
    Problems problems = new Problems();
    // No certificate is named here, so that no vault can be a wrong one.
    Optional<Binding> binding =
        new BindingParser(
                new Fields(node, "", Schema.binding(), problems), new Domains("", Optional.empty()))
            .parse();
    problems.throwIfAny();
    return binding.orElseThrow();
  }
}
