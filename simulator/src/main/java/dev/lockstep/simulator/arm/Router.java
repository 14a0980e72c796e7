package dev.lockstep.simulator.arm;

import dev.lockstep.simulator.access.Authorizer;
import dev.lockstep.simulator.govern.Governance;
import dev.lockstep.simulator.world.ArmPath;
import dev.lockstep.simulator.world.Resource;
import dev.lockstep.simulator.world.ResourceId;
import dev.lockstep.simulator.world.World;
import java.util.List;
import java.util.Optional;

/** Finds the type that answers a request, and checks what ARM checks before it asks a provider. */
final class Router {
  private final World world;
  private final Catalog catalog;
  private final Authorizer authorizer;
  private final Governance governance;

  Router(World world, Catalog catalog, Authorizer authorizer, Governance governance) {
    this.world = world;
    this.catalog = catalog;
    this.authorizer = authorizer;
    this.governance = governance;
  }

  /** A request with the type that will answer it. */
  record Route(ResourceType type, ArmCall call, ArmPath path) {

    /** Asks the type. */
    ArmResponse answer() {
      String method = call.request().method();
      if (path.trailing().isPresent()) {
        return method.equals("POST") ? type.action(call, path.trailing().get()) : type.list(call);
      }
      return switch (method) {
        case "GET" -> type.get(call);
        case "PUT" -> type.put(call);
        case "PATCH" -> type.patch(call);
        case "DELETE" -> type.delete(call);
        default -> throw Faults.methodNotAllowed(method, type.type());
      };
    }
  }

  /** The route of a request; throws the refusal of ARM when there is none. */
  Route route(ArmRequest request, ArmPath path, String requestId, String correlationId) {
    String version = request.apiVersion().orElseThrow(Faults::missingApiVersion);
    requireSubscription(path.id());
    boolean action = request.method().equals("POST");
    String typeName = typeName(path, action, request.path());
    ResourceType type = find(typeName, path.id(), version);
    authorizer.check(request, type.type(), path);
    type.versions().check(version, type.type());
    ResourceId id = canonical(path, type, action);
    requireScope(id, path, type, request.method());
    governance.check(request, type.type(), id);
    LocationCheck.check(request, id, world.resources().find(id));
    return new Route(
        type, new ArmCall(request, id, type.type(), version, requestId, correlationId), path);
  }

  private static String typeName(ArmPath path, boolean action, String requestPath) {
    if (path.trailing().isEmpty() || action) {
      if (isProvider(path) && !action) {
        return ProviderType.TYPE;
      }
      if (path.id().segments().isEmpty() && (action || path.id().namespace().isPresent())) {
        throw Faults.routeNotFound(requestPath);
      }
      return path.id().type();
    }
    String last = path.trailing().get();
    if (isExtension(path.id())) {
      return path.id().name() + "/" + last;
    }
    if (path.id().namespace().isPresent()) {
      return path.id().type() + "/" + last;
    }
    return "Microsoft.Resources/" + last;
  }

  /** Whether a path names a provider of a subscription, and nothing of it. */
  private static boolean isProvider(ArmPath path) {
    ResourceId id = path.id();
    return id.subscription().isPresent()
        && id.group().isEmpty()
        && id.namespace().isPresent()
        && id.segments().isEmpty();
  }

  private ResourceType find(String typeName, ResourceId id, String version) {
    int slash = typeName.indexOf('/');
    return catalog
        .find(typeName)
        .orElseThrow(
            () ->
                Faults.typeNotFound(
                    id.namespace().orElse("Microsoft.Resources"),
                    typeName.substring(slash + 1),
                    version));
  }

  private void requireSubscription(ResourceId id) {
    if (id.subscription().isPresent()) {
      String subscription = id.subscription().get();
      if (world.resources().find(ResourceId.ofSubscription(subscription)).isEmpty()) {
        throw Faults.subscriptionNotFound(subscription);
      }
    }
  }

  private void requireScope(ResourceId id, ArmPath path, ResourceType type, String method) {
    boolean isGroup = id.namespace().isEmpty() && path.trailing().isEmpty();
    if (id.group().isPresent() && !isGroup && world.resources().find(id.scope()).isEmpty()) {
      throw Faults.groupNotFound(id.group().get());
    }
    boolean listing = path.trailing().isPresent() && !method.equals("POST");
    if (!type.needsParent() || id.namespace().isEmpty()) {
      return;
    }
    if (listing && !id.segments().isEmpty() && world.resources().find(id).isEmpty()) {
      throw Faults.resourceNotFound(id);
    }
    if (!listing && id.segments().size() > 1 && world.resources().find(id.parent()).isEmpty()) {
      throw Faults.parentNotFound(id, method.equals("GET") ? "read" : "write");
    }
  }

  /**
   * Whether a path goes on with another provider, such as {@code /providers/Microsoft.Insights}.
   */
  private static boolean isExtension(ResourceId id) {
    return id.segments().size() > 1
        && id.segments().get(id.segments().size() - 1).type().equalsIgnoreCase("providers");
  }

  /** The id as its creator wrote it, or with canonical type names when it does not exist yet. */
  private ResourceId canonical(ArmPath path, ResourceType type, boolean action) {
    ResourceId id = path.id();
    if (isExtension(id)) {
      return id;
    }
    var existing = world.resources().find(id);
    if (existing.isPresent()) {
      return existing.get().id();
    }
    ResourceId scope = world.resources().find(id.scope()).map(Resource::id).orElse(id.scope());
    boolean listing = path.trailing().isPresent() && !action;
    if (isProvider(path) && !listing) {
      return id;
    }
    if (id.namespace().isEmpty() || (listing && id.segments().isEmpty())) {
      return listing ? scope : id;
    }
    List<String> words = List.of(type.type().split("/"));
    ResourceId built =
        new ResourceId(scope.subscription(), scope.group(), Optional.of(words.get(0)), List.of());
    for (int i = 0; i < id.segments().size(); i++) {
      // The recordings show that a parent keeps its writing, and that the type below is normalised.
      String word =
          i + 1 < words.size() || !listing ? words.get(i + 1) : id.segments().get(i).type();
      built = built.child(word, id.segments().get(i).name());
      built = world.resources().find(built).map(Resource::id).orElse(built);
    }
    return built;
  }
}
