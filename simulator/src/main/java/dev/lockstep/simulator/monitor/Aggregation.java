package dev.lockstep.simulator.monitor;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is told of the values of an interval. */
public enum Aggregation {
  AVERAGE {
    @Override
    double of(Tally tally) {
      return tally.total() / tally.count();
    }
  },
  TOTAL {
    @Override
    double of(Tally tally) {
      return tally.total();
    }
  },
  COUNT {
    @Override
    double of(Tally tally) {
      return tally.count();
    }
  },
  MINIMUM {
    @Override
    double of(Tally tally) {
      return tally.least();
    }
  },
  MAXIMUM {
    @Override
    double of(Tally tally) {
      return tally.most();
    }
  };

  /** The value for an interval in which something was recorded. */
  abstract double of(Tally tally);

  /** The name of the field of an answer. */
  String field() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name in metric definitions. */
  String title() {
    return name().charAt(0) + field().substring(1);
  }

  static Optional<Aggregation> named(String name) {
    return Arrays.stream(values())
        .filter(one -> one.name().equalsIgnoreCase(name.trim()))
        .findFirst();
  }
}
