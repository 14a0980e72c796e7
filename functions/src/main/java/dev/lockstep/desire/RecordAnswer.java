package dev.lockstep.desire;

import dev.lockstep.model.ResourceId;
import java.util.List;
import java.util.Optional;

/** What a record set of ours answers, and where that leads. */
public sealed interface RecordAnswer {
  /** The addresses of the service itself. */
  record OfService(ResourceId service, List<String> addresses) implements RecordAnswer {
    public OfService {
      addresses = tidy(addresses);
    }

    @Override
    public String words() {
      return "the private address of " + service.name();
    }
  }

  /**
   * The addresses of the gateway's frontends.
   *
   * @param isPublic whether those are public ones
   */
  record OfFrontend(ResourceId gateway, boolean isPublic, List<String> addresses)
      implements RecordAnswer {
    public OfFrontend {
      addresses = tidy(addresses);
    }

    @Override
    public String words() {
      return "the " + (isPublic ? "public" : "private") + " frontend of " + gateway.name();
    }
  }

  /** Whatever address a public IP resource has: an alias record set of a public zone. */
  record Alias(ResourceId gateway, ResourceId publicIp) implements RecordAnswer {
    @Override
    public List<String> addresses() {
      return List.of();
    }

    @Override
    public Optional<ResourceId> target() {
      return Optional.of(publicIp);
    }

    @Override
    public String words() {
      return "the public IP " + publicIp.name() + " of " + gateway.name();
    }
  }

  /** IPv4 addresses, sorted, each once; none for an alias. */
  List<String> addresses();

  /** The resource that an alias follows. */
  default Optional<ResourceId> target() {
    return Optional.empty();
  }

  /** Where it leads, for a person. */
  String words();

  /** Whether clients that ask for the name come to the gateway. */
  default boolean leadsToGateway() {
    return !(this instanceof OfService);
  }

  private static List<String> tidy(List<String> addresses) {
    return addresses.stream().distinct().sorted().toList();
  }
}
