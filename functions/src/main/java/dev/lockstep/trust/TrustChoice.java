package dev.lockstep.trust;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which roots a backend setting lists: none, all, or not known. */
public sealed interface TrustChoice {
  /** What is wrong with chains, but does not change the choice. */
  List<TrustNote> notes();

  /** No root is listed: the gateway's own public roots are enough. */
  record PublicOnly(List<TrustNote> notes) implements TrustChoice {
    public PublicOnly {
      notes = List.copyOf(notes);
    }
  }

  /**
   * Exactly these are listed.
   *
   * @param roots one at least, ordered by SHA-256
   */
  record Listed(List<ListedRoot> roots, List<TrustNote> notes) implements TrustChoice {
    public Listed {
      roots = List.copyOf(roots);
      notes = List.copyOf(notes);
    }

    /** The certificates alone. */
    public List<PublicCertificate> certificates() {
      return roots.stream().map(ListedRoot::root).toList();
    }
  }

  /**
   * No guess: the setting is left as it is, and a person is told.
   *
   * @param missing what would have to be known, with remedies; one at least
   * @param switchBy the first time at which a chain that is not known may be presented
   * @param known roots that are needed in any case
   */
  record Undetermined(
      List<TrustNote> missing,
      Optional<Instant> switchBy,
      List<ListedRoot> known,
      List<TrustNote> notes)
      implements TrustChoice {
    public Undetermined {
      missing = List.copyOf(missing);
      known = List.copyOf(known);
      notes = List.copyOf(notes);
    }
  }
}
