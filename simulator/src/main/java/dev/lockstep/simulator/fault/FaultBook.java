package dev.lockstep.simulator.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * The faults in force. What strikes follows from the seed, the number of the rule, and how many the
 * rule was meant for before: rules do not disturb each other, and the same requests in the same
 * order meet the same faults. Thread-safe.
 */
public final class FaultBook {
  private final long seed;
  private final SplittableRandom chance;
  private final TreeMap<Integer, Entry> entries = new TreeMap<>();
  private int last;

  private static final class Entry {
    private final FaultRule rule;
    private int seen;
    private int struck;

    Entry(FaultRule rule) {
      this.rule = rule;
    }
  }

  /**
   * A rule as it stands.
   *
   * @param number its number
   * @param rule the rule
   * @param seen how many it was meant for
   * @param struck how many it struck
   */
  public record Standing(int number, FaultRule rule, int seen, int struck) {}

  /** Rules from the start, numbered from 1. */
  public FaultBook(long seed, List<FaultRule> rules) {
    this.seed = seed;
    this.chance = new SplittableRandom(seed);
    rules.forEach(this::add);
  }

  /** Adds a rule and gives its number. */
  public synchronized int add(FaultRule rule) {
    last++;
    entries.put(last, new Entry(rule));
    return last;
  }

  /** Removes a rule; false when there is none of that number. */
  public synchronized boolean remove(int number) {
    return entries.remove(number) != null;
  }

  /** Removes every rule. */
  public synchronized void clear() {
    entries.clear();
  }

  /** The rules as they stand. */
  public synchronized List<Standing> standing() {
    List<Standing> all = new ArrayList<>();
    entries.forEach(
        (number, entry) -> all.add(new Standing(number, entry.rule, entry.seen, entry.struck)));
    return all;
  }

  /** What strikes, in the order of the rules. */
  public synchronized List<Strike> strikes(Incident incident) {
    List<Strike> strikes = new ArrayList<>();
    entries.forEach(
        (number, entry) -> {
          if (entry.rule.isMeantFor(incident)) {
            SplittableRandom random = new SplittableRandom(mix(number, entry.seen));
            boolean hit =
                entry.rule.trigger().strikes(entry.seen, entry.struck, random.nextDouble());
            entry.seen++;
            if (hit) {
              entry.struck++;
              strikes.add(
                  new Strike(number, entry.struck, entry.rule.effect(), random.nextDouble()));
            }
          }
        });
    return strikes;
  }

  /** The next number from 0 to 1 of a sequence that belongs to the seed, for what has no rule. */
  public synchronized double draw() {
    return chance.nextDouble();
  }

  private long mix(int number, int seen) {
    return seed * 0x9E3779B97F4A7C15L + number * 0x100000001B3L + seen;
  }
}
