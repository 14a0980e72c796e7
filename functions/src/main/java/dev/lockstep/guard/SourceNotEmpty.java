package dev.lockstep.guard;

import dev.lockstep.model.ApimService;
import dev.lockstep.model.Binding;
import dev.lockstep.model.Reading;
import dev.lockstep.plan.Confirmation;
import dev.lockstep.plan.Plan;
import dev.lockstep.plan.PlanInput;
import java.util.Optional;

/** Nothing leaves on the word of a service that was not read, is changing, or lists nothing. */
record SourceNotEmpty() implements Guard {
  @Override
  public Verdict check(Plan plan, PlanInput input) {
    if (input.confirmation() == Confirmation.REMOVALS) {
      return Verdict.allowed();
    }
    for (Binding binding : input.bindings()) {
      boolean believable =
          Optional.ofNullable(input.observation().services().get(binding.service()))
              .flatMap(Reading::asValue)
              .filter(ApimService::isSettled)
              .filter(service -> service.endpoints().stream().anyMatch(e -> !e.builtIn()))
              .isPresent();
      if (!believable && !Leavers.of(binding, plan, input).isEmpty()) {
        return new Verdict.Refused(
            GuardCode.SOURCE_EMPTY,
            binding.name() + ": host names would leave, but the service does not say so",
            "look at the service; confirm the plan by its hash if they are to leave");
      }
    }
    return Verdict.allowed();
  }
}
