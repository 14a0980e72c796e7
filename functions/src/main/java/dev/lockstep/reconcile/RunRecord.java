package dev.lockstep.reconcile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.plan.Plan;
import dev.lockstep.plan.PlanHash;
import dev.lockstep.port.Ticker;
import dev.lockstep.reconcile.state.Fingerprint;
import dev.lockstep.reconcile.state.Sent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a run notes of itself while it goes; the journal makes a document of it. */
final class RunRecord {
  private final Ticker ticker;
  private final long began;
  private final List<String> notes = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, Duration> timings = new LinkedHashMap<>();
  private Optional<Plan> plan = Optional.empty();
  private Optional<Plan> latest = Optional.empty();
  private Optional<Fingerprint> reviewedChange = Optional.empty();
  private Optional<ObjectNode> health = Optional.empty();
  private Optional<Sent.Kind> errand = Optional.empty();
  private Optional<String> conflict = Optional.empty();
  private boolean soon;
  private boolean denied;
  private boolean afterAChange;
  private Optional<Outcome> moving = Optional.empty();

  RunRecord(Ticker ticker) {
    this.ticker = ticker;
    this.began = ticker.nanos();
  }

  /** One sentence on something that was done or seen. */
  void note(String sentence) {
    notes.add(sentence);
  }

  /** Something that a person should know. */
  void found(Finding finding) {
    findings.add(finding);
  }

  /**
   * The plan of this run: the first that had something to do, else the last.
   *
   * @param shown everything that would be changed
   * @param made what of it may be carried out; equal to the other when nothing has to wait
   */
  void planned(Plan shown, Plan made) {
    Plan told = made.isEmpty() ? shown : made;
    latest = Optional.of(shown);
    plan = Optional.of(plan.filter(first -> !first.isEmpty()).orElse(told));
  }

  /** What the latest observation showed to be moving, as the wait for it. */
  void moving(Optional<Outcome> wait) {
    moving = wait;
  }

  /** The wait for what moves; empty when nothing does. */
  Optional<Outcome> moving() {
    return moving;
  }

  /** A change was in flight when the run began. */
  void afterAChange() {
    afterAChange = true;
  }

  boolean isAfterAChange() {
    return afterAChange;
  }

  /** A write was denied: a right is missing, a lock or a policy is in the way. */
  void denied() {
    denied = true;
  }

  /** Whether a write was denied; trying again soon would not help. */
  boolean isDenied() {
    return denied;
  }

  /**
   * Whether a plan is what a person reviewed. A later round's plan is, when its gateway change is
   * still the reviewed one: the record sets of the reviewed plan have been written by then.
   */
  boolean mayDo(Plan made, Optional<PlanHash> reviewed) {
    if (reviewed.isEmpty() || made.hash().equals(reviewed.get())) {
      reviewedChange = Fingerprints.of(made);
      return true;
    }
    boolean begun = plan.filter(first -> first.hash().equals(reviewed.get())).isPresent();
    return begun
        && (Fingerprints.of(made).isEmpty() || Fingerprints.of(made).equals(reviewedChange));
  }

  /** Whether the plan that this run began with is the reviewed one. */
  boolean isReviewed(PlanHash reviewed) {
    return plan.filter(first -> first.hash().equals(reviewed)).isPresent();
  }

  /** The plan on the latest observation. */
  Optional<Plan> latest() {
    return latest;
  }

  /** What this run was about, other than a plan. */
  void errand(Sent.Kind kind) {
    errand = Optional.of(kind);
  }

  Optional<Sent.Kind> errand() {
    return errand;
  }

  /** A write of this run met that conflict. */
  void conflict(String with) {
    conflict = Optional.of(with);
  }

  /** The latest conflict that a write of this run met. */
  Optional<String> conflict() {
    return conflict;
  }

  /** Something was found that the next run has to do at once. */
  void lookSoon() {
    soon = true;
  }

  boolean isToLookSoon() {
    return soon;
  }

  /** What backend health said. */
  void health(ObjectNode report) {
    health = Optional.of(report);
  }

  /** Adds what has passed since the tick to a step's time. */
  void timed(String step, long since) {
    timings.merge(step, Duration.ofNanos(ticker.nanos() - since), Duration::plus);
  }

  long tick() {
    return ticker.nanos();
  }

  Duration soFar() {
    return Duration.ofNanos(ticker.nanos() - began);
  }

  List<String> notes() {
    return notes;
  }

  List<Finding> findings() {
    return findings;
  }

  Map<String, Duration> timings() {
    return timings;
  }

  Optional<Plan> plan() {
    return plan;
  }

  Optional<ObjectNode> health() {
    return health;
  }
}
