package dev.lockstep.simulator.agw;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.arm.ArmFault;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.arm.ErrorBody;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Every sub-resource has a name, and no two of a collection share one. */
final class NameRule implements GatewayRule {
  @Override
  public void check(Draft draft) {
    for (String collection : Parts.in(draft.document())) {
      List<ObjectNode> elements = Parts.of(draft.document(), collection);
      unique(draft.id() + "/" + collection, draft.id().toString(), elements);
      for (ObjectNode element : elements) {
        String parent = draft.idOf(collection, element);
        Parts.inner(collection, element)
            .forEach((field, objects) -> unique(parent + "/" + field, parent, objects));
      }
    }
  }

  private static void unique(String path, String parent, List<ObjectNode> elements) {
    Set<String> names = new HashSet<>();
    for (ObjectNode element : elements) {
      String name = Parts.name(element);
      if (name.isEmpty()) {
        throw cannotParse("MissingName", "A resource of " + path + " has no name.");
      }
      if (!names.add(name.toLowerCase(Locale.ROOT))) {
        throw cannotParse(
            "DuplicateResourceName",
            "Resource " + parent + " has two child resources with the same name (" + name + ").");
      }
    }
  }

  private static ArmFault cannotParse(String code, String message) {
    return new ArmFault(
        ArmResponse.of(
            400,
            ErrorBody.wrapped(
                ErrorBody.detailed(
                    "InvalidRequestFormat",
                    "Cannot parse the request.",
                    ErrorBody.flat(code, message)))));
  }
}
