package dev.lockstep.plan;

import dev.lockstep.model.ApimService;
import dev.lockstep.model.Binding;
import dev.lockstep.model.Endpoint;
import dev.lockstep.model.HostName;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a binding's service says, as far as it can be believed. */
sealed interface Source {
  /** The binding. */
  Binding binding();

  /** A complete read of a settled service: what it lacks is gone. */
  record Complete(Binding binding, ApimService service) implements Source {
    /** The host names that the binding publishes, by its endpoint types. */
    List<Endpoint> chosen() {
      return service.endpoints().stream().filter(binding::publishes).toList();
    }

    /** Every host name of the service, whatever its type. */
    Set<HostName> listed() {
      return service.endpoints().stream().map(Endpoint::host).collect(Collectors.toSet());
    }
  }

  /** Nothing to go by: what the binding owns stays as it is. */
  record Held(Binding binding) implements Source {}

  /** The service has nothing any more, and a person confirmed that what it had may go. */
  record Emptied(Binding binding) implements Source {}
}
