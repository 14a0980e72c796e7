package dev.lockstep.guard;

import dev.lockstep.model.ElementKey;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.GatewayDocument.Element;
import dev.lockstep.plan.Plan;
import dev.lockstep.plan.PlanInput;
import dev.lockstep.plan.References;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Every reference of the new document resolves in it; the service refuses the whole document
 * otherwise. What dangled before, in elements that are not ours, is not our doing.
 */
record NoDanglingReference() implements Guard {
  @Override
  public Verdict check(Plan plan, PlanInput input) {
    Optional<GatewayDocument> after = plan.gatewayBody().map(GatewayDocument::sharing);
    if (after.isEmpty()) {
      return Verdict.allowed();
    }
    TreeSet<ElementKey> dangling = dangling(after.get());
    dangling.removeAll(dangling(input.observation().gateway().asValue().orElseThrow()));
    return dangling.isEmpty()
        ? Verdict.allowed()
        : new Verdict.Refused(
            GuardCode.DANGLING_REFERENCE,
            "nothing in the new document is named " + dangling.first(),
            "report this as a defect of Lockstep; nothing was written");
  }

  private static TreeSet<ElementKey> dangling(GatewayDocument document) {
    TreeSet<ElementKey> dangling = new TreeSet<>();
    document
        .properties()
        .fieldNames()
        .forEachRemaining(
            collection -> {
              for (Element element : document.elements(collection)) {
                References.of(document, element).stream()
                    .filter(key -> document.element(key).isEmpty())
                    .forEach(dangling::add);
              }
            });
    return dangling;
  }
}
