package dev.lockstep.trust;

import dev.lockstep.trust.TrustNote.When;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Gathers what the chains behind one setting say; see {@link TrustChooser} for the table. */
final class Weighing {
  private final ChainJudge judge;
  private final Pool publicRoots;
  private final Map<PublicCertificate, TreeSet<String>> roots = new TreeMap<>();
  private final List<TrustNote> notes = new ArrayList<>();
  private final List<TrustNote> missing = new ArrayList<>();
  private final List<TrustNote> managed = new ArrayList<>();
  private final List<TrustNote> notPublic = new ArrayList<>();
  private final List<Instant> switches = new ArrayList<>();
  private int seen;

  Weighing(TrustSources sources, Instant at) {
    this.judge = new ChainJudge(sources, at);
    this.publicRoots = sources.publicRoots();
  }

  void add(BackendChains chains) {
    if (chains.managed()) {
      managed.add(note(chains, When.ANY, neverPinned(chains)));
      return;
    }
    look(chains, When.PRESENTED, chains.presented());
    look(chains, When.NEWEST, chains.newest());
  }

  private void look(BackendChains chains, When when, Sight sight) {
    if (sight instanceof Sight.Seen read) {
      weigh(chains, when, judge.judge(read.chain(), chains.host()));
    } else if (sight instanceof Sight.Unread unread) {
      lacks(
          chains,
          when,
          List.of(new TrustProblem(TrustCode.CHAIN_UNREAD, unread.reason(), unread.remedy())));
    }
  }

  private void weigh(BackendChains chains, When when, ChainVerdict verdict) {
    Standing standing = Standing.of(verdict, publicRoots);
    if (standing == Standing.UNKNOWN) {
      lacks(chains, when, verdict.problems());
      return;
    }
    verdict.problems().forEach(problem -> notes.add(note(chains, when, problem)));
    String reason = "%s (%s), %s".formatted(chains.host(), chains.region(), when.words());
    for (PublicCertificate root : verdict.roots()) {
      roots.computeIfAbsent(root, key -> new TreeSet<>()).add(reason);
    }
    if (standing != Standing.HOPELESS) {
      seen++;
    }
    if (standing == Standing.PRIVATE) {
      notPublic.add(note(chains, when, contradicted(verdict)));
    }
  }

  private void lacks(BackendChains chains, When when, List<TrustProblem> problems) {
    problems.forEach(problem -> missing.add(note(chains, when, problem)));
    if (when == When.NEWEST) {
      chains.switchBy().ifPresent(switches::add);
    }
  }

  /** Whether every chain is known to be public. */
  boolean isPublic() {
    return missing.isEmpty() && notPublic.isEmpty() && seen + managed.size() > 0;
  }

  TrustChoice asPublic() {
    return notPublic.isEmpty() ? publicOnly() : undetermined(notPublic);
  }

  TrustChoice publicOnly() {
    List<TrustNote> all = new ArrayList<>(notes);
    all.addAll(missing);
    return new TrustChoice.PublicOnly(all);
  }

  TrustChoice asListed() {
    List<TrustNote> lacking = new ArrayList<>(missing);
    lacking.addAll(managed);
    if (lacking.isEmpty() && roots.isEmpty()) {
      lacking.addAll(notes.isEmpty() ? List.of(nothing()) : notes);
    }
    return lacking.isEmpty() ? new TrustChoice.Listed(listed(), notes) : undetermined(lacking);
  }

  private TrustChoice undetermined(List<TrustNote> lacking) {
    return new TrustChoice.Undetermined(
        lacking,
        switches.stream().min(Comparator.naturalOrder()),
        listed(),
        notes.stream().filter(note -> !lacking.contains(note)).toList());
  }

  private List<ListedRoot> listed() {
    return roots.entrySet().stream()
        .map(entry -> new ListedRoot(entry.getKey(), List.copyOf(entry.getValue())))
        .toList();
  }

  private static TrustNote note(BackendChains chains, When when, TrustProblem problem) {
    return new TrustNote(chains.host(), chains.region(), when, problem);
  }

  private static TrustProblem neverPinned(BackendChains chains) {
    return new TrustProblem(
        TrustCode.MANAGED_NOT_PINNED,
        "the certificate of %s is managed by Azure, which may change its root at any time"
            .formatted(chains.host()),
        "set backendTrust to auto, and keep host names with private certificates behind settings of"
            + " their own");
  }

  private static TrustProblem contradicted(ChainVerdict verdict) {
    return new TrustProblem(
        TrustCode.PUBLIC_CONTRADICTED,
        "backendTrust is public, but %s leads to %s"
            .formatted(verdict.leaf().subject(), verdict.roots().get(0).subject()),
        "set backendTrust to auto, or have the certificate issued by a public authority");
  }

  private static TrustNote nothing() {
    return new TrustNote(
        "",
        "",
        When.ANY,
        new TrustProblem(
            TrustCode.NOTHING_TO_LIST,
            "no chain is known behind the setting",
            "let the service present a certificate, or name its roots in trustedRoots"));
  }
}
