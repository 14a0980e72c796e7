package dev.lockstep.reconcile;

import dev.lockstep.plan.Adoption;
import dev.lockstep.plan.Plan;
import dev.lockstep.plan.PlanHash;
import dev.lockstep.plan.Releases;
import dev.lockstep.reconcile.state.Withdrawals;

/** What an order would do, before anybody has confirmed it. */
public sealed interface Proposal {
  /** Names it; it is confirmed by this. */
  PlanHash hash();

  /** Whether there is nothing to do. */
  boolean isEmpty();

  /** The plan that would follow, or for a removal the plan that would be carried out. */
  Plan next();

  /** One sentence for the journal. */
  String inWords();

  /** Elements that would be ours no longer. */
  record Releasing(Releases releases) implements Proposal {
    @Override
    public PlanHash hash() {
      return releases.hash();
    }

    @Override
    public boolean isEmpty() {
      return releases.isEmpty();
    }

    @Override
    public Plan next() {
      return releases.next();
    }

    @Override
    public String inWords() {
      return "released " + releases.released().size() + " elements of " + releases.hosts();
    }
  }

  /** Hand-made elements that would become ours. */
  record Adopting(Adoption adoption) implements Proposal {
    @Override
    public PlanHash hash() {
      return adoption.hash();
    }

    @Override
    public boolean isEmpty() {
      return adoption.isEmpty();
    }

    @Override
    public Plan next() {
      return adoption.next();
    }

    @Override
    public String inWords() {
      return "adopted " + adoption.adopted().size() + " elements";
    }
  }

  /**
   * The plan that takes things away.
   *
   * @param ours whether there is anything of ours to take away, now or later: a freeze window holds
   *     it, or a service that cannot be read
   */
  record Removing(Plan next, boolean ours) implements Proposal {
    @Override
    public PlanHash hash() {
      return next.hash();
    }

    @Override
    public boolean isEmpty() {
      return next.isEmpty() && !ours;
    }

    @Override
    public String inWords() {
      return "removed what was ours";
    }
  }

  /**
   * What would be published again.
   *
   * @param after what stays withdrawn
   * @param changed whether anything was withdrawn that is not any more
   */
  record Publishing(Withdrawals after, boolean changed, Plan next, PlanHash hash)
      implements Proposal {
    @Override
    public boolean isEmpty() {
      return !changed;
    }

    @Override
    public String inWords() {
      return "may be published again; withdrawn still: "
          + after.hosts().keySet()
          + " "
          + after.services().keySet();
    }
  }
}
