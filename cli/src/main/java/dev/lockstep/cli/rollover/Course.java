package dev.lockstep.cli.rollover;

import dev.lockstep.cli.rollover.Authorities.Wish;
import java.util.List;
import java.util.Optional;

/**
 * Which certificates a phase begins with, and which follow. Empty stands for the public authority.
 *
 * @param first what is there at the beginning
 * @param renewals what comes, in order
 */
record Course(Optional<Wish> first, List<Optional<Wish>> renewals) {
  private static final Optional<Wish> PUBLIC = Optional.empty();
  private static final Wish OLD = Wish.root("old");
  private static final Wish NEW = Wish.root("new");

  static Course of(Phase phase) {
    return switch (phase) {
      case LEAF -> to(OLD.withoutIntermediate(), NEW.below("old").withoutIntermediate());
      case INTERMEDIATE, POLL -> to(OLD, NEW.below("old"));
      case ROOT, LATE, KILLED, MANAGED -> to(OLD, NEW);
      case CROSS -> to(OLD, NEW.crossSignedBy("old"), Wish.root("alone").below("new"));
      case PUBLIC -> new Course(Optional.of(OLD), List.of(PUBLIC));
      case PRIVATE -> new Course(PUBLIC, List.of(Optional.of(NEW)));
    };
  }

  private static Course to(Wish first, Wish... renewals) {
    return new Course(Optional.of(first), List.of(renewals).stream().map(Optional::of).toList());
  }
}
