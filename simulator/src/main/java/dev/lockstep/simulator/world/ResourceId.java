package dev.lockstep.simulator.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The id of an ARM resource, resource group or subscription, in the writing of whoever made it.
 *
 * <p>Ids are compared without case by {@link #sameAs}: {@link #key()} is what a map holds.
 */
public final class ResourceId {
  private final Optional<String> subscription;
  private final Optional<String> group;
  private final Optional<String> namespace;
  private final List<Segment> segments;
  // Ids are shown and looked up far more often than made.
  private final String text;
  private final String key;
  private final String type;
  // Made when first asked for; a race makes the same twice.
  private ResourceId scope;
  private ResourceId parent;

  /** One step of the id: a type and the name of a resource of that type. */
  public record Segment(String type, String name) {}

  /**
   * An id of its parts.
   *
   * @param subscription subscription id; empty only for the tenant root
   * @param group resource group; empty for resources of the subscription
   * @param namespace provider namespace; empty for subscriptions and groups
   * @param segments type and name pairs below the namespace, outermost first
   */
  public ResourceId(
      Optional<String> subscription,
      Optional<String> group,
      Optional<String> namespace,
      List<Segment> segments) {
    this.subscription = subscription;
    this.group = group;
    this.namespace = namespace;
    this.segments = List.copyOf(segments);
    this.text = written();
    this.key = text.toLowerCase(Locale.ROOT);
    this.type = fullType();
  }

  /** Subscription id; empty only for the tenant root. */
  public Optional<String> subscription() {
    return subscription;
  }

  /** Resource group; empty for resources of the subscription. */
  public Optional<String> group() {
    return group;
  }

  /** Provider namespace; empty for subscriptions and groups. */
  public Optional<String> namespace() {
    return namespace;
  }

  /** Type and name pairs below the namespace, outermost first. */
  public List<Segment> segments() {
    return segments;
  }

  /** A subscription. */
  public static ResourceId ofSubscription(String subscription) {
    return new ResourceId(Optional.of(subscription), Optional.empty(), Optional.empty(), List.of());
  }

  /** A resource group. */
  public static ResourceId ofGroup(String subscription, String group) {
    return new ResourceId(
        Optional.of(subscription), Optional.of(group), Optional.empty(), List.of());
  }

  /**
   * Reads an id.
   *
   * @throws IllegalArgumentException when the text is not the id of a resource, group or
   *     subscription
   */
  public static ResourceId of(String text) {
    ArmPath path = ArmPath.parse(text);
    if (path.trailing().isPresent()) {
      throw new IllegalArgumentException("not a resource id: " + text);
    }
    return path.id();
  }

  /** What identifies the resource: the id in lower case. */
  public String key() {
    return key;
  }

  /** Full type such as {@code Microsoft.Network/privateDnsZones/A}. */
  public String type() {
    return type;
  }

  private String fullType() {
    if (namespace.isEmpty()) {
      return group.isPresent()
          ? "Microsoft.Resources/resourceGroups"
          : "Microsoft.Resources/subscriptions";
    }
    StringBuilder full = new StringBuilder(namespace.get());
    for (Segment segment : segments) {
      full.append('/').append(segment.type());
    }
    return full.toString();
  }

  /** Name of the resource itself: the last name of the id. */
  public String name() {
    if (segments.isEmpty()) {
      return group.or(() -> subscription).orElse("");
    }
    return segments.get(segments.size() - 1).name();
  }

  /**
   * The resource that holds this one; the group or subscription for a resource of the top level.
   */
  public ResourceId parent() {
    ResourceId known = parent;
    if (known == null) {
      known = above();
      parent = known;
    }
    return known;
  }

  private ResourceId above() {
    if (segments.size() > 1) {
      return new ResourceId(
          subscription, group, namespace, segments.subList(0, segments.size() - 1));
    }
    return segments.isEmpty() ? ofSubscription(subscription.orElse("")) : scope();
  }

  /** The group, or the subscription when there is no group. */
  public ResourceId scope() {
    ResourceId known = scope;
    if (known == null) {
      known = new ResourceId(subscription, group, Optional.empty(), List.of());
      scope = known;
    }
    return known;
  }

  /** The outermost resource of the id, such as the zone of a record set. */
  public ResourceId root() {
    return segments.size() <= 1
        ? this
        : new ResourceId(subscription, group, namespace, segments.subList(0, 1));
  }

  /** A resource of the given type below this one. */
  public ResourceId child(String type, String name) {
    List<Segment> longer = new ArrayList<>(segments);
    longer.add(new Segment(type, name));
    return new ResourceId(subscription, group, namespace, longer);
  }

  /** A resource of the top level in this group. */
  public ResourceId resource(String ofNamespace, String type, String name) {
    return new ResourceId(
        subscription, group, Optional.of(ofNamespace), List.of(new Segment(type, name)));
  }

  /** Whether both name the same thing, whatever their case. */
  public boolean sameAs(ResourceId other) {
    return key().equals(other.key());
  }

  private String written() {
    StringBuilder written = new StringBuilder();
    subscription.ifPresent(name -> written.append("/subscriptions/").append(name));
    group.ifPresent(name -> written.append("/resourceGroups/").append(name));
    namespace.ifPresent(name -> written.append("/providers/").append(name));
    for (Segment part : segments) {
      written.append('/').append(part.type()).append('/').append(part.name());
    }
    return written.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ResourceId id && text.equals(id.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
