package dev.lockstep.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.plan.Plan;
import dev.lockstep.plan.PlanInput;
import java.util.function.Function;

/**
 * The pure parts that the reconciler calls: what a body says, what to do about it, how a plan looks
 * as data.
 *
 * @param bodies from ARM answers to the model
 * @param planner from an observation to a plan
 * @param asData a plan as JSON, for the journal
 */
public record Brain(
    Bodies bodies, Function<PlanInput, Plan> planner, Function<Plan, JsonNode> asData) {}
