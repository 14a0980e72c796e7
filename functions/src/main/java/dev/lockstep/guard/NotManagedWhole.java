package dev.lockstep.guard;

import dev.lockstep.model.GatewayDocument;
import dev.lockstep.plan.Confirmation;
import dev.lockstep.plan.ManagedBy;
import dev.lockstep.plan.Plan;
import dev.lockstep.plan.PlanInput;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Nothing is begun on a gateway that Terraform or a template manages whole, by its tags: its next
 * run would take everything away again.
 *
 * <pre>
 * tag names one | tag of peace | elements of ours there | a person confirms the plan | then
 * --------------+--------------+------------------------+----------------------------+-----------
 * no            | any          | any                    | any                        | written
 * yes           | yes          | any                    | any                        | written
 * yes           | no           | yes                    | any                        | written,
 *               |              |                        |                            | and warned
 * yes           | no           | no                     | yes                        | written,
 *               |              |                        |                            | and warned
 * yes           | no           | no                     | no                         | plan only
 * </pre>
 *
 * A tag alone proves little, so it never stops a gateway that is kept in step already
 * (docs/decisions/0008).
 */
record NotManagedWhole() implements Guard {
  private static final Set<ManagedBy> WHOLE = EnumSet.of(ManagedBy.TERRAFORM, ManagedBy.BICEP);

  @Override
  public Verdict check(Plan plan, PlanInput input) {
    if (plan.gatewayBody().isEmpty()
        || input.confirmation() != Confirmation.NONE
        || !input.observation().owned().elements().isEmpty()) {
      return Verdict.allowed();
    }
    GatewayDocument gateway = input.observation().gateway().asValue().orElseThrow();
    Optional<ManagedBy> manager =
        ManagedBy.unreconciled(gateway).stream().filter(WHOLE::contains).findFirst();
    return manager
        .<Verdict>map(
            who ->
                new Verdict.Refused(
                    GuardCode.MANAGED_WHOLE,
                    "the tags on "
                        + gateway.id().name()
                        + " say that "
                        + who.title()
                        + " manages it whole, and nothing of ours is there yet",
                    who.peace() + "; or confirm this plan by its hash, if the tags mislead"))
        .orElseGet(Verdict::allowed);
  }
}
