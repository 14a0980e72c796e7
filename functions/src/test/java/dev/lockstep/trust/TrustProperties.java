package dev.lockstep.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every chain of the table, and for authorities that vouch for each other. */
class TrustProperties {
  private static final List<Case> CASES = ChainTable.ALL;
  private static final List<PublicCertificate> STRANGERS = strangers();

  @Provide
  Arbitrary<Case> cases() {
    return Arbitraries.of(CASES);
  }

  @Property(tries = 150)
  void theOrderOfThePoolDoesNotMatter(@ForAll("cases") Case row, @ForAll Random random) {
    List<PublicCertificate> known = new ArrayList<>(row.known());
    List<PublicCertificate> sent = new ArrayList<>(row.chain().sent().orElse(List.of()));
    Collections.shuffle(known, random);
    Collections.shuffle(sent, random);
    ServedChain chain = new ServedChain(row.chain().leaf(), row.chain().sent().map(any -> sent));

    assertThat(verdict(row, chain, known)).isEqualTo(row.verdict());
  }

  @Property(tries = 150)
  void unrelatedCertificatesChangeNothing(@ForAll("cases") Case row) {
    List<PublicCertificate> known = new ArrayList<>(row.known());
    known.addAll(STRANGERS);

    assertThat(verdict(row, row.chain(), known)).isEqualTo(row.verdict());
  }

  @Property(tries = 150)
  void eachListedRootAloneVerifiesWhatIsPresented(@ForAll("cases") Case row) throws Exception {
    ChainVerdict verdict = row.verdict();

    boolean trusted =
        verdict instanceof ChainVerdict.PrivatelyRooted
            || verdict instanceof ChainVerdict.PubliclyTrusted;
    if (trusted) {
      assertThat(verdict.roots()).isNotEmpty();
      for (PublicCertificate root : verdict.roots()) {
        assertThat(pkix(row, Set.of(root))).as(root.subject()).isTrue();
      }
    }
  }

  @Property(tries = 150)
  void whatIsIncompleteIsRefusedByTheJdkToo(@ForAll("cases") Case row) throws Exception {
    ChainVerdict verdict = row.verdict();

    if (verdict instanceof ChainVerdict.Incomplete && row.chain().sent().isPresent()) {
      Set<PublicCertificate> roots = Set.copyOf(row.known());
      assertThat(pkix(row, roots)).isFalse();
    }
  }

  private static ChainVerdict verdict(Case row, ServedChain chain, List<PublicCertificate> known) {
    TrustSources sources = new TrustSources(Pool.of(known), Pool.of(row.publicRoots()));
    return new ChainJudge(sources, Draft.NOW).judge(chain, row.host());
  }

  // The JDK knows only what is sent (or, for a leaf of a vault, what may be) and these anchors.
  private static boolean pkix(Case row, Set<PublicCertificate> anchors) throws Exception {
    X509Certificate leaf = row.chain().leaf().x509();
    if (anchors.contains(row.chain().leaf())) {
      return true;
    }
    List<X509Certificate> sent = new ArrayList<>(List.of(leaf));
    row.chain().sent().orElse(row.known()).forEach(other -> sent.add(other.x509()));
    X509CertSelector target = new X509CertSelector();
    target.setCertificate(leaf);
    Set<TrustAnchor> trusted = new HashSet<>();
    anchors.stream()
        .filter(PublicCertificate::isSelfSigned)
        .forEach(anchor -> trusted.add(new TrustAnchor(anchor.x509(), null)));
    if (trusted.isEmpty()) {
      return false;
    }
    PKIXBuilderParameters parameters = new PKIXBuilderParameters(trusted, target);
    parameters.addCertStore(
        CertStore.getInstance("Collection", new CollectionCertStoreParameters(sent)));
    parameters.setRevocationEnabled(false);
    parameters.setDate(Date.from(Draft.NOW));
    try {
      return CertPathBuilder.getInstance("PKIX").build(parameters) != null;
    } catch (GeneralSecurityException noPath) {
      return false;
    }
  }

  private static List<PublicCertificate> strangers() {
    Made root = Draft.root("Stranger Root");
    Made issuing = root.issues("Stranger Issuing").ca().make();
    return List.of(
        root.certificate(),
        issuing.certificate(),
        Draft.leaf(issuing, "shop.fabrikam.com").certificate());
  }
}
