package dev.lockstep.plan;

import dev.lockstep.desire.ElementNames;
import dev.lockstep.model.Binding;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.InstanceId;
import dev.lockstep.model.OwnerRecord;
import dev.lockstep.model.OwnerRecord.Owned;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Whose a gateway element is (design 5.4). The owner record decides; a name proves nothing.
 *
 * <pre>
 * in the record | on the gateway | named like ours | whose
 * --------------+----------------+-----------------+-----------------------------------------
 * as made       | yes            | any             | ours: brought to what is wanted, removed
 * as adopted    | yes            | any             | adopted: the same, under the name it has
 * yes           | no             | any             | forgotten: made anew if it is wanted
 * no            | yes            | yes             | orphaned: reported, left alone
 * no            | yes            | no              | foreign: left alone
 * no            | no             | any             | nobody's
 *
 * it is          | and then                      | it is
 * ---------------+-------------------------------+------------------------------------------
 * foreign        | {@link Adoption}, confirmed by hash  | adopted
 * orphaned       | {@link Adoption}, confirmed by hash  | adopted
 * ours, adopted  | {@link Release}, confirmed by hash   | orphaned if named like ours, else foreign
 * ours, adopted  | removed by hand               | forgotten
 * </pre>
 */
public enum Whose {
  OURS,
  ADOPTED,
  FORGOTTEN,
  ORPHANED,
  FOREIGN,
  NOBODYS;

  /**
   * Whose an element is.
   *
   * @param names how the bindings of the target name what they make
   */
  public static Whose of(
      ElementKey key,
      OwnerRecord record,
      GatewayDocument document,
      Collection<ElementNames> names) {
    boolean present = document.element(key).isPresent();
    Optional<Owned> owned = record.of(key);
    if (owned.isPresent()) {
      return !present ? FORGOTTEN : owned.get().adopted() ? ADOPTED : OURS;
    }
    if (!present) {
      return NOBODYS;
    }
    return names.stream().anyMatch(name -> name.looksLike(key)) ? ORPHANED : FOREIGN;
  }

  /** How these bindings name what they make. */
  public static List<ElementNames> names(InstanceId instance, Collection<Binding> bindings) {
    return bindings.stream()
        .map(Binding::prefix)
        .distinct()
        .sorted()
        .map(prefix -> new ElementNames(prefix, instance))
        .toList();
  }
}
