package dev.lockstep.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.plan.Plan;
import dev.lockstep.plan.PlanHash;
import dev.lockstep.plan.PlanInput;
import dev.lockstep.plan.Planner;
import dev.lockstep.reconcile.state.StateCodec;
import dev.lockstep.reconcile.state.TargetState;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The pure parts that decide what to do and how it looks as data.
 *
 * @param planner from an observation to a plan
 * @param confirmed the plan of that hash, if the observation still gives it
 * @param asData a plan as JSON, for the journal
 * @param states from a state's text to the state; throws {@link StateCodec.UnreadableState} when
 *     the text is none
 */
public record Brain(
    Function<PlanInput, Plan> planner,
    BiFunction<PlanInput, PlanHash, Optional<Plan>> confirmed,
    Function<Plan, JsonNode> asData,
    Function<String, TargetState> states) {
  /**
   * The product's planner.
   *
   * @param asData a plan as JSON, for the journal
   */
  public static Brain of(Function<Plan, JsonNode> asData) {
    return new Brain(Planner::plan, Planner::confirmed, asData, StateCodec::decode);
  }
}
