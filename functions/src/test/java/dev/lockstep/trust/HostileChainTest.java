package dev.lockstep.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostileChainTest {
  private static final String HOST = "api.contoso.com";

  @Test
  void aMeshOfAuthoritiesThatVouchForEachOtherIsNotFollowedForEver() {
    List<KeyPair> keys = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      keys.add(Keys.ec());
    }
    List<PublicCertificate> mesh = new ArrayList<>();
    Made any = Draft.root("CA 0");
    for (int i = 0; i < keys.size(); i++) {
      for (int j = 0; j < keys.size(); j++) {
        if (i != j) {
          Made issuer = new Draft("CA " + i).ca().keys(keys.get(i)).make();
          any = issuer.issues("CA " + j).ca().keys(keys.get(j)).make();
          mesh.add(any.certificate());
        }
      }
    }
    Made leaf = Draft.leaf(any, HOST);

    ChainVerdict verdict = judge(leaf, mesh);

    assertThat(Case.words(verdict)).isEqualTo("incomplete (chainTooComplex)");
  }

  @Test
  void aChainThatIsTooLongIsGivenUp() {
    Made authority = Draft.root("Root");
    List<PublicCertificate> sent = new ArrayList<>(List.of(authority.certificate()));
    for (int i = 0; i < PathSearch.LONGEST_PATH; i++) {
      authority = authority.issues("Issuing " + i).ca().make();
      sent.add(authority.certificate());
    }

    ChainVerdict verdict = judge(Draft.leaf(authority, HOST), sent);

    assertThat(Case.words(verdict)).isEqualTo("incomplete (chainTooComplex)");
  }

  @Test
  void manyRootsOfOneNameAreNotAllTried() {
    KeyPair other = Keys.ec();
    List<PublicCertificate> crowd = new ArrayList<>();
    for (int i = 0; i < Signatures.MOST; i++) {
      crowd.add(new Draft("Root").ca().keys(other).withoutKeyIds().make().certificate());
    }
    Made leaf = new Draft("Root").ca().make().issues(HOST).dns(HOST).withoutKeyIds().make();

    ChainVerdict verdict = judge(leaf, crowd);

    assertThat(Case.words(verdict)).isEqualTo("incomplete (chainTooComplex)");
  }

  @Test
  void whatANameHidesIsNotShown() {
    Made odd = new Draft("evil\u202Emoc").ca().make();

    assertThat(odd.certificate().subject()).isEqualTo("CN=evil?moc");
  }

  private static ChainVerdict judge(Made leaf, List<PublicCertificate> sent) {
    List<PublicCertificate> chain = new ArrayList<>(List.of(leaf.certificate()));
    chain.addAll(sent);
    return new ChainJudge(new TrustSources(Pool.EMPTY, Pool.EMPTY), Draft.NOW)
        .judge(ServedChain.presented(chain), HOST);
  }
}
