package dev.lockstep.simulator.access;

import static java.util.Objects.requireNonNull;

import dev.lockstep.simulator.token.Principal;
import dev.lockstep.simulator.token.Principals;
import dev.lockstep.simulator.world.ResourceId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The roles of the function app's identity, assigned as the Bicep files of {@code infra/} assign
 * them: one at the groups of its estate, one at the subscription. The third, for reading secrets,
 * is opt-in there and is not assigned here either.
 *
 * @param estate what it may do in the groups of its estate
 * @param subscription what it may do in the whole subscription
 */
public record AppRoles(RoleDefinition estate, RoleDefinition subscription) {
  private static final String ESTATE = "role-definition.json";
  private static final String CHAIN = "role-definition-chain-read.json";
  private static final String SUBSCRIPTION = "role-definition-operations.json";

  public AppRoles {
    requireNonNull(estate, "estate is null");
    requireNonNull(subscription, "subscription is null");
  }

  /** The roles as they were shipped with this build: copies of the files in {@code infra/}. */
  public static AppRoles shipped() {
    return new AppRoles(resource(ESTATE), resource(SUBSCRIPTION));
  }

  /**
   * The roles of a folder that holds both files.
   *
   * @throws IllegalArgumentException when one is missing or wrong
   */
  public static AppRoles in(Path folder) {
    return new AppRoles(file(folder.resolve(ESTATE)), file(folder.resolve(SUBSCRIPTION)));
  }

  /**
   * The same with the opt-in role that reads secrets, from the same folder.
   *
   * @throws IllegalArgumentException when it is missing or wrong
   */
  public AppRoles withChainReader(Path folder) {
    RoleDefinition reader = file(folder.resolve(CHAIN));
    return withEstate(
        new RoleDefinition(
            estate.name(),
            joined(estate.actions(), reader.actions()),
            joined(estate.notActions(), reader.notActions()),
            joined(estate.dataActions(), reader.dataActions()),
            joined(estate.notDataActions(), reader.notDataActions())));
  }

  private static List<ActionPattern> joined(List<ActionPattern> some, List<ActionPattern> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  /** The same with another role in the estate. */
  public AppRoles withEstate(RoleDefinition other) {
    return new AppRoles(other, subscription);
  }

  /**
   * All assignments of the tenant: those of the app, and Owner and Key Vault Administrator for the
   * people who set up and work beside it.
   *
   * @param inSubscription the subscription
   * @param group group of the estate; empty for an estate that is still to be made, anywhere
   */
  public List<RoleAssignment> assignments(ResourceId inSubscription, Optional<ResourceId> group) {
    List<RoleAssignment> all = new ArrayList<>();
    String whole = inSubscription.toString();
    String part = group.map(ResourceId::toString).orElse(whole);
    all.add(new RoleAssignment(Principals.LOCKSTEP, estate, part));
    all.add(new RoleAssignment(Principals.LOCKSTEP, subscription, whole));
    for (Principal person : List.of(Principals.OPERATOR, Principals.COLLEAGUE)) {
      for (RoleDefinition role :
          List.of(RoleDefinition.OWNER, RoleDefinition.KEY_VAULT_ADMINISTRATOR)) {
        all.add(new RoleAssignment(person, role, RoleAssignment.EVERYTHING));
      }
    }
    return all;
  }

  private static RoleDefinition resource(String name) {
    try (InputStream in = AppRoles.class.getResourceAsStream(name)) {
      return RoleFile.read(name, requireNonNull(in, name + " was not packaged").readAllBytes());
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot read the packaged role " + name, failed);
    }
  }

  private static RoleDefinition file(Path file) {
    try {
      return RoleFile.read(file.toString(), Files.readAllBytes(file));
    } catch (IOException failed) {
      throw new IllegalArgumentException(
          file + " cannot be read; name a folder with " + ESTATE + " and " + SUBSCRIPTION, failed);
    }
  }
}
