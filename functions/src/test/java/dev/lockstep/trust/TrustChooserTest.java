package dev.lockstep.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.model.BackendTrust;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrustChooserTest {
  private static final String HOST = "api.contoso.com";
  private static final Made OLD = Draft.root("Old Root");
  private static final Made NEW = Draft.root("New Root");
  private static final Made PUBLIC = Draft.root("Public Root");
  private static final Made OLD_LEAF = Draft.leaf(OLD, HOST);
  private static final Made NEW_LEAF = Draft.leaf(NEW, HOST);
  private static final Made PUBLIC_LEAF = Draft.leaf(PUBLIC, HOST);
  private static final Instant LATER = Instant.parse("2026-06-01T09:00:00Z");
  private static final Sight UNREAD =
      new Sight.Unread("the vault refuses the read", "grant certificates/read");

  @Test
  void aNewRootIsListedBeforeItIsPresentedAndTheOldOneStays() {
    assertThat(listed(BackendTrust.AUTO, chains(seen(OLD_LEAF), seen(NEW_LEAF))))
        .containsExactlyInAnyOrder("CN=Old Root", "CN=New Root");
  }

  @Test
  void theOldRootLeavesWhenNothingPresentsIt() {
    assertThat(listed(BackendTrust.AUTO, chains(seen(NEW_LEAF), seen(NEW_LEAF))))
        .containsExactly("CN=New Root");
  }

  @Test
  void publicChainsNeedNoRoot() {
    assertThat(choose(BackendTrust.AUTO, chains(seen(PUBLIC_LEAF), seen(PUBLIC_LEAF))))
        .isEqualTo(new TrustChoice.PublicOnly(List.of()));
  }

  @Test
  void fromPrivateToPublicBothAreListedUntilTheSwitch() {
    assertThat(listed(BackendTrust.AUTO, chains(seen(OLD_LEAF), seen(PUBLIC_LEAF))))
        .containsExactlyInAnyOrder("CN=Old Root", "CN=Public Root");
  }

  @Test
  void fromPublicToPrivateBothAreListedUntilTheSwitch() {
    assertThat(listed(BackendTrust.AUTO, chains(seen(PUBLIC_LEAF), seen(NEW_LEAF))))
        .containsExactlyInAnyOrder("CN=Public Root", "CN=New Root");
  }

  @Test
  void oneRegionBehindTheOthersKeepsItsRoot() {
    TrustChoice choice =
        choose(
            BackendTrust.AUTO,
            in("westeurope", seen(NEW_LEAF), seen(NEW_LEAF)),
            in("northeurope", seen(OLD_LEAF), seen(NEW_LEAF)));

    TrustChoice.Listed listed = (TrustChoice.Listed) choice;
    assertThat(listed.certificates()).contains(OLD.certificate(), NEW.certificate());
    assertThat(
            listed.roots().stream()
                .filter(root -> root.root().equals(OLD.certificate()))
                .flatMap(root -> root.reasons().stream()))
        .containsExactly("api.contoso.com (northeurope), presented now");
  }

  @Test
  void anUploadHasNoNewestVersion() {
    assertThat(listed(BackendTrust.AUTO, chains(seen(OLD_LEAF), new Sight.Absent())))
        .containsExactly("CN=Old Root");
  }

  @Test
  void anUnknownNewRootIsNotGuessedAndTheSwitchIsTold() {
    Made stranger = Draft.leaf(Draft.root("Unheard Of"), HOST);

    TrustChoice.Undetermined open =
        (TrustChoice.Undetermined)
            choose(BackendTrust.AUTO, chains(seen(OLD_LEAF), seen(stranger)));

    assertThat(open.switchBy()).contains(LATER);
    assertThat(open.missing()).extracting(TrustNote::when).containsOnly(TrustNote.When.NEWEST);
    assertThat(open.missing())
        .extracting(note -> note.problem().code())
        .containsExactly(TrustCode.ISSUER_UNKNOWN);
    assertThat(open.missing().get(0).problem().remedy()).contains("CN=Unheard Of", "trust bundle");
    assertThat(open.known()).extracting(ListedRoot::root).containsExactly(OLD.certificate());
  }

  @Test
  void whatCannotBeReadIsNotGuessed() {
    for (BackendTrust mode : List.of(BackendTrust.AUTO, BackendTrust.LISTED)) {
      for (BackendChains chains :
          List.of(chains(UNREAD, seen(NEW_LEAF)), chains(seen(PUBLIC_LEAF), UNREAD))) {
        assertThat(codes(choose(mode, chains))).containsExactly(TrustCode.CHAIN_UNREAD);
      }
    }
  }

  @Test
  void anExpiredChainDoesNotHinderTheNextOne() {
    Made expired = OLD.issues(HOST).dns(HOST).days(-90, -1).make();
    Made strangersExpired = Draft.root("Unheard Of").issues(HOST).dns(HOST).days(-90, -1).make();

    assertThat(listed(BackendTrust.AUTO, chains(seen(expired), seen(NEW_LEAF))))
        .containsExactlyInAnyOrder("CN=Old Root", "CN=New Root");
    TrustChoice choice = choose(BackendTrust.AUTO, chains(seen(strangersExpired), seen(NEW_LEAF)));
    assertThat(names(choice)).containsExactly("CN=New Root");
    assertThat(choice.notes())
        .extracting(note -> note.problem().code())
        .contains(TrustCode.CERTIFICATE_EXPIRED);
  }

  @Test
  void aChainThatHasNotBegunWillNeedItsRoot() {
    Made stranger = Draft.root("Unheard Of").issues(HOST).dns(HOST).days(1, 90).make();
    Made ahead = NEW.issues(HOST).dns(HOST).days(1, 90).make();

    assertThat(choose(BackendTrust.AUTO, chains(seen(OLD_LEAF), seen(stranger))))
        .isInstanceOf(TrustChoice.Undetermined.class);
    assertThat(listed(BackendTrust.AUTO, chains(seen(OLD_LEAF), seen(ahead))))
        .containsExactlyInAnyOrder("CN=Old Root", "CN=New Root");
  }

  @Test
  void managedCertificatesAreNeverPinned() {
    BackendChains managed = BackendChains.managedByAzure("managed.contoso.com", "westeurope");
    BackendChains asPublic = chains(seen(PUBLIC_LEAF), seen(PUBLIC_LEAF));
    BackendChains asPrivate = chains(seen(OLD_LEAF), seen(OLD_LEAF));

    assertThat(choose(BackendTrust.AUTO, managed)).isInstanceOf(TrustChoice.PublicOnly.class);
    assertThat(choose(BackendTrust.AUTO, managed, asPublic))
        .isInstanceOf(TrustChoice.PublicOnly.class);
    assertThat(codes(choose(BackendTrust.AUTO, managed, asPrivate)))
        .containsExactly(TrustCode.MANAGED_NOT_PINNED);
    assertThat(codes(choose(BackendTrust.LISTED, managed)))
        .containsExactly(TrustCode.MANAGED_NOT_PINNED);
  }

  @Test
  void listedListsPublicRootsToo() {
    assertThat(listed(BackendTrust.LISTED, chains(seen(PUBLIC_LEAF), seen(PUBLIC_LEAF))))
        .containsExactly("CN=Public Root");
  }

  @Test
  void publicIsBelievedUnlessAChainSaysOtherwise() {
    assertThat(choose(BackendTrust.PUBLIC, chains(UNREAD, UNREAD)))
        .isInstanceOf(TrustChoice.PublicOnly.class);
    assertThat(codes(choose(BackendTrust.PUBLIC, chains(seen(PUBLIC_LEAF), seen(NEW_LEAF)))))
        .containsExactly(TrustCode.PUBLIC_CONTRADICTED);
  }

  @Test
  void noRootAtAllIsNoReasonToListNone() {
    Made selfSigned = new Draft(HOST).dns(HOST).make();

    assertThat(codes(choose(BackendTrust.AUTO, chains(seen(selfSigned), new Sight.Absent()))))
        .contains(TrustCode.SELF_SIGNED_LEAF);
    assertThat(codes(choose(BackendTrust.AUTO))).containsExactly(TrustCode.NOTHING_TO_LIST);
  }

  private static BackendChains chains(Sight presented, Sight newest) {
    return in("westeurope", presented, newest);
  }

  private static BackendChains in(String region, Sight presented, Sight newest) {
    return new BackendChains(HOST, region, false, presented, newest, Optional.of(LATER));
  }

  private static Sight seen(Made leaf) {
    return new Sight.Seen(ServedChain.presented(List.of(leaf.certificate())));
  }

  private static TrustChoice choose(BackendTrust mode, BackendChains... chains) {
    TrustSources sources =
        new TrustSources(
            Pool.of(Stream.of(OLD, NEW).map(Made::certificate).toList()),
            Pool.of(List.of(PUBLIC.certificate())));
    return new TrustChooser(sources, Draft.NOW).choose(mode, Arrays.asList(chains));
  }

  private static List<String> listed(BackendTrust mode, BackendChains... chains) {
    return names(choose(mode, chains));
  }

  private static List<String> names(TrustChoice choice) {
    assertThat(choice).isInstanceOf(TrustChoice.Listed.class);
    return ((TrustChoice.Listed) choice)
        .certificates().stream().map(PublicCertificate::subject).toList();
  }

  private static List<TrustCode> codes(TrustChoice choice) {
    assertThat(choice).isInstanceOf(TrustChoice.Undetermined.class);
    return ((TrustChoice.Undetermined) choice)
        .missing().stream().map(note -> note.problem().code()).distinct().toList();
  }
}
