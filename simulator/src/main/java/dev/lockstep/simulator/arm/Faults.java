package dev.lockstep.simulator.arm;

import dev.lockstep.simulator.world.ResourceId;

/** Refusals that ARM itself gives, whatever the provider. Texts as the service words them. */
public final class Faults {
  private Faults() {}

  /** Any refusal in the wrapped shape. */
  public static ArmFault of(int status, String code, String message) {
    return new ArmFault(ArmResponse.of(status, ErrorBody.wrapped(code, message)));
  }

  /** Any refusal in the flat shape of DNS. */
  public static ArmFault flat(int status, String code, String message) {
    return new ArmFault(ArmResponse.of(status, ErrorBody.flat(code, message)));
  }

  /** No {@code api-version} was given. */
  public static ArmFault missingApiVersion() {
    return of(
        400,
        "MissingApiVersionParameter",
        "The api-version query parameter (?api-version=) is required for all requests.");
  }

  /** The subscription is not one of the world's. */
  public static ArmFault subscriptionNotFound(String subscription) {
    return fromGateway(
        404, "SubscriptionNotFound", "The subscription '" + subscription + "' could not be found.");
  }

  /** The group does not exist. */
  public static ArmFault groupNotFound(String group) {
    return fromGateway(
        404, "ResourceGroupNotFound", "Resource group '" + group + "' could not be found.");
  }

  /** The resource does not exist. */
  public static ArmFault resourceNotFound(ResourceId id) {
    return fromGateway(
        404,
        "ResourceNotFound",
        "The Resource '%s/%s' under resource group '%s' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix"
            .formatted(id.type(), names(id), id.group().orElse("<null>")));
  }

  /** The resource that should hold this one does not exist. */
  public static ArmFault parentNotFound(ResourceId id, String verb) {
    String type = id.type().substring(id.type().indexOf('/') + 1);
    return fromGateway(
        404,
        "ParentResourceNotFound",
        "Failed to perform '%s' on resource(s) of type '%s', because the parent resource '%s' could not be found."
            .formatted(verb, type, id.parent()));
  }

  /** The type is not served here. */
  public static ArmFault typeNotFound(String namespace, String type, String apiVersion) {
    return fromGateway(
        404,
        "InvalidResourceType",
        "The resource type '%s' could not be found in the namespace '%s' for api version '%s'."
            .formatted(type, namespace, apiVersion));
  }

  /** The path has no ARM form, or leads nowhere. */
  public static ArmFault routeNotFound(String path) {
    return fromGateway(404, "NotFound", "No route matches the request path '" + path + "'.");
  }

  /** The type does not know the method. */
  public static ArmFault methodNotAllowed(String method, String type) {
    return of(
        405,
        "MethodNotAllowed",
        "The resource type '" + type + "' does not support the method '" + method + "'.");
  }

  /** The body is no JSON object. */
  public static ArmFault invalidContent(String why) {
    return of(
        400,
        "InvalidRequestContent",
        "The request content was invalid and could not be deserialized: '" + why + "'.");
  }

  private static ArmFault fromGateway(int status, String code, String message) {
    return of(status, code, message).with("x-ms-failure-cause", "gateway");
  }

  private static String names(ResourceId id) {
    return String.join("/", id.segments().stream().map(ResourceId.Segment::name).toList());
  }
}
