package dev.lockstep.trust;

import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/** Chains as they occur, and as they are made to deceive, with the verdict that each must get. */
final class ChainTable {
  private static final String HOST = Case.HOST;
  private static final Made ROOT = Draft.root("Root A");
  private static final Made ISSUING = ROOT.issues("Issuing A").ca(0).make();
  private static final Made LEAF = Draft.leaf(ISSUING, HOST);
  private static final Made PUBLIC = Draft.root("Public Root");
  private static final Made PUBLIC_ISSUING = PUBLIC.issues("Public Issuing").ca(0).make();
  private static final Made PUBLIC_LEAF = Draft.leaf(PUBLIC_ISSUING, HOST);

  /** The table. */
  static final List<Case> ALL = List.copyOf(all());

  private ChainTable() {}

  private static List<Case> all() {
    List<Case> cases = new ArrayList<>();
    cases.addAll(whole());
    cases.addAll(missing());
    cases.addAll(crossed());
    cases.addAll(leaves());
    cases.addAll(names());
    cases.addAll(authorities());
    cases.addAll(deceptions());
    cases.addAll(vaults());
    return cases;
  }

  private static List<Case> whole() {
    Made rsaRoot = new Draft("Root RSA").ca().keys(Keys.rsa()).make();
    Made rsaIssuing = rsaRoot.issues("Issuing RSA").ca().keys(Keys.rsa()).make();
    Made mixed = rsaIssuing.issues(HOST).dns(HOST).keys(Keys.ec()).make();
    Made rsaLeaf = ISSUING.issues(HOST).dns(HOST).keys(Keys.rsa()).make();
    Made direct = Draft.leaf(ROOT, HOST);
    Made selfSignedCa =
        new Draft(HOST)
            .ca()
            .usage(KeyUsage.keyCertSign | KeyUsage.digitalSignature)
            .dns(HOST)
            .make();
    return List.of(
        Case.of("private, root sent", LEAF, ISSUING, ROOT).gives("private [Root A]"),
        Case.of("private, root known", LEAF, ISSUING).knowing(ROOT).gives("private [Root A]"),
        Case.of("sent in the wrong order", LEAF, ROOT, ISSUING).gives("private [Root A]"),
        Case.of("public, root not sent", PUBLIC_LEAF, PUBLIC_ISSUING)
            .knowingPublic(PUBLIC)
            .gives("public [Public Root]"),
        Case.of("public root that is only known", PUBLIC_LEAF, PUBLIC_ISSUING)
            .knowing(PUBLIC)
            .gives("private [Public Root]"),
        Case.of("EC leaf below RSA", mixed, rsaIssuing, rsaRoot).gives("private [Root RSA]"),
        Case.of("RSA leaf below EC", rsaLeaf, ISSUING, ROOT).gives("private [Root A]"),
        Case.of("no intermediate at all", direct, ROOT).gives("private [Root A]"),
        Case.ofLeaf("leaf of a vault, chain in the bundle", LEAF)
            .knowing(ROOT, ISSUING)
            .gives("private [Root A]"),
        Case.of("authority that serves itself", selfSignedCa).gives("private [" + HOST + "]"));
  }

  private static List<Case> missing() {
    Made namesake = Draft.root("Root A");
    return List.of(
        Case.of("root unknown", LEAF, ISSUING).gives("incomplete (issuerUnknown)"),
        Case.of("intermediate unknown", LEAF).knowing(ROOT).gives("incomplete (issuerUnknown)"),
        Case.of("intermediate known, but not sent", LEAF)
            .knowing(ROOT, ISSUING)
            .gives("incomplete [Root A] (issuerNotSent)"),
        Case.of("public intermediate not sent", PUBLIC_LEAF)
            .knowing(PUBLIC_ISSUING)
            .knowingPublic(PUBLIC)
            .gives("incomplete [Public Root] (issuerNotSent)"),
        Case.ofLeaf("leaf of a vault alone", LEAF).gives("incomplete (issuerUnknown)"),
        Case.of("another root of that name", LEAF, ISSUING)
            .knowing(namesake)
            .gives("incomplete (issuerUnknown)"),
        Case.of("another root of that name beside the right one", LEAF, ISSUING)
            .knowing(namesake, ROOT)
            .gives("private [Root A]"));
  }

  private static List<Case> crossed() {
    Made fresh = Draft.root("Root B");
    Made cross = ROOT.issues("Root B").ca().keys(fresh.keys()).make();
    Made issuing = fresh.issues("Issuing B").ca(0).make();
    Made leaf = Draft.leaf(issuing, HOST);
    Made publicCross = PUBLIC.issues("Root B").ca().keys(fresh.keys()).make();
    Made oldRoot = new Draft("Old Root").ca().days(-900, -10).make();
    Made expiredCross = oldRoot.issues("Root B").ca().keys(fresh.keys()).make();
    Made reissued = new Draft("Root B").ca().keys(fresh.keys()).days(-5, 2000).make();
    Made back = fresh.issues("Root A").ca().keys(ROOT.keys()).make();
    return List.of(
        Case.of("two ways, cross-certificate sent", leaf, issuing, cross)
            .knowing(ROOT, fresh)
            .gives("private [Root A, Root B]"),
        Case.of("two ways, cross-certificate not sent", leaf, issuing)
            .knowing(ROOT, fresh, cross)
            .gives("private [Root B]"),
        Case.ofLeaf("two ways, not known what will be sent", leaf)
            .knowing(ROOT, fresh, cross, issuing)
            .gives("private [Root A, Root B]"),
        Case.of("one way open beside one that holds", leaf, issuing, cross)
            .knowing(fresh)
            .gives("private [Root B] (issuerUnknown)"),
        Case.of("private root that a public one vouches for", leaf, issuing, publicCross)
            .knowing(fresh)
            .knowingPublic(PUBLIC)
            .gives("public [Public Root, Root B]"),
        Case.of("cross-certificate below an expired root", leaf, issuing, expiredCross)
            .knowing(fresh, oldRoot)
            .gives("private [Root B]"),
        Case.of("root issued again with the same key", leaf, issuing)
            .knowing(fresh, reissued)
            .gives("private [Root B, Root B]"),
        Case.of("two roots that vouch for each other", leaf, issuing, cross, back)
            .knowing(ROOT, fresh)
            .gives("private [Root A, Root B]"),
        Case.of("two roots in a loop, none self-signed", leaf, issuing, cross, back)
            .gives("incomplete (issuerUnknown)"));
  }

  private static List<Case> leaves() {
    Made expired = ISSUING.issues(HOST).dns(HOST).days(-90, -1).make();
    Made ahead = ISSUING.issues(HOST).dns(HOST).days(1, 90).make();
    Made client = ISSUING.issues(HOST).dns(HOST).purpose(KeyPurposeId.id_kp_clientAuth).make();
    Made any = ISSUING.issues(HOST).dns(HOST).purpose(KeyPurposeId.anyExtendedKeyUsage).make();
    Made none = ISSUING.issues(HOST).dns(HOST).noPurpose().make();
    Made signing = ISSUING.issues(HOST).dns(HOST).usage(KeyUsage.nonRepudiation).make();
    Made weak = ISSUING.issues(HOST).dns(HOST).keys(Keys.pair("RSA", 1024)).make();
    Made sha1 = ISSUING.issues(HOST).dns(HOST).digest("SHA1").make();
    Made odd = ISSUING.issues(HOST).dns(HOST).unknownCriticalExtension().make();
    Made selfSigned = new Draft(HOST).dns(HOST).make();
    Made rsa = new Draft("Root R").ca().keys(Keys.rsa()).make();
    Made md5 = rsa.issues(HOST).dns(HOST).digest("MD5").make();
    Made lastDay = ISSUING.issues(HOST).dns(HOST).days(-90, 0).make();
    return List.of(
        Case.of("signed with MD5", md5, rsa).gives("refused [Root R] (signatureOutdated)"),
        Case.of("in its last instant", lastDay, ISSUING, ROOT).gives("private [Root A]"),
        Case.of("expired", expired, ISSUING, ROOT).gives("refused [Root A] (certificateExpired)"),
        Case.of("expired, root unknown", expired, ISSUING)
            .gives("refused (certificateExpired, issuerUnknown)"),
        Case.of("not yet valid", ahead, ISSUING, ROOT)
            .gives("refused [Root A] (certificateNotYetValid)"),
        Case.of("for clients", client, ISSUING, ROOT).gives("refused [Root A] (usageWrong)"),
        Case.of("for any purpose", any, ISSUING, ROOT).gives("private [Root A]"),
        Case.of("for no purpose in particular", none, ISSUING, ROOT).gives("private [Root A]"),
        Case.of("key usage without handshake", signing, ISSUING, ROOT)
            .gives("refused [Root A] (usageWrong)"),
        Case.of("RSA of 1024 bits", weak, ISSUING, ROOT).gives("refused [Root A] (keyWeak)"),
        Case.of("signed with SHA-1", sha1, ISSUING, ROOT)
            .gives("refused [Root A] (signatureOutdated)"),
        Case.of("unknown critical extension", odd, ISSUING, ROOT)
            .gives("refused [Root A] (extensionUnknown)"),
        Case.of("self-signed, no authority", selfSigned).gives("refused (selfSignedLeaf)"),
        Case.of("self-signed, listed as root", selfSigned)
            .knowing(selfSigned)
            .gives("refused (selfSignedLeaf)"));
  }

  private static List<Case> names() {
    Made wildcard = ISSUING.issues("wild").dns("*.contoso.com").make();
    Made partial = ISSUING.issues("wild").dns("a*.contoso.com").make();
    Made deep = ISSUING.issues("wild").dns("*.*.com").make();
    Made top = ISSUING.issues("wild").dns("*.com").make();
    Made byName = ISSUING.issues(HOST).make();
    Made nameBeside = ISSUING.issues(HOST).dns("other.contoso.com").make();
    Made onlyMail = ISSUING.issues(HOST).email("a@contoso.com").make();
    Made address = ISSUING.issues("by address").ip("10.0.1.5").make();
    Made addressAsName = ISSUING.issues("10.0.1.5").dns("10.0.1.5", "*.0.1.5").make();
    Made six = ISSUING.issues("by address").ip("2001:db8::1").make();
    Made idn = ISSUING.issues("idn").dns("xn--bcher-kva.contoso.com").make();
    String mismatch = "refused [Root A] (nameMismatch)";
    return List.of(
        Case.of("another name", LEAF, ISSUING, ROOT).forHost("portal.contoso.com").gives(mismatch),
        Case.of("upper case", LEAF, ISSUING, ROOT)
            .forHost("API.Contoso.com")
            .gives("private [Root A]"),
        Case.of("wildcard for one label", wildcard, ISSUING, ROOT).gives("private [Root A]"),
        Case.of("wildcard for two labels", wildcard, ISSUING, ROOT)
            .forHost("a.b.contoso.com")
            .gives(mismatch),
        Case.of("wildcard for its own domain", wildcard, ISSUING, ROOT)
            .forHost("contoso.com")
            .gives(mismatch),
        Case.of("host that is a wildcard", wildcard, ISSUING, ROOT)
            .forHost("*.contoso.com")
            .gives("private [Root A]"),
        Case.of("wildcard host, exact certificate", LEAF, ISSUING, ROOT)
            .forHost("*.contoso.com")
            .gives(mismatch),
        Case.of("part of a label", partial, ISSUING, ROOT).gives(mismatch),
        Case.of("two wildcards", deep, ISSUING, ROOT).gives(mismatch),
        Case.of("wildcard of a top-level domain", top, ISSUING, ROOT)
            .forHost("contoso.com")
            .gives(mismatch),
        Case.of("CN alone", byName, ISSUING, ROOT).gives("private [Root A]"),
        Case.of("CN beside other names", nameBeside, ISSUING, ROOT).gives(mismatch),
        Case.of("CN beside a mail address", onlyMail, ISSUING, ROOT).gives(mismatch),
        Case.of("IP address", address, ISSUING, ROOT).forHost("10.0.1.5").gives("private [Root A]"),
        Case.of("IP address as DNS name, wildcard and CN", addressAsName, ISSUING, ROOT)
            .forHost("10.0.1.5")
            .gives(mismatch),
        Case.of("IPv6 address written otherwise", six, ISSUING, ROOT)
            .forHost("2001:DB8:0:0:0:0:0:1")
            .gives("private [Root A]"),
        Case.of("international name in Unicode", idn, ISSUING, ROOT)
            .forHost("bücher.contoso.com")
            .gives("private [Root A]"),
        Case.of("international name in A-labels", idn, ISSUING, ROOT)
            .forHost("xn--bcher-kva.contoso.com")
            .gives("private [Root A]"),
        Case.of("wildcard for an A-label", wildcard, ISSUING, ROOT)
            .forHost("bücher.contoso.com")
            .gives("private [Root A]"));
  }

  private static List<Case> authorities() {
    Made expiredRoot = new Draft("Expired Root").ca().days(-900, -1).make();
    Made futureRoot = new Draft("Future Root").ca().days(1, 900).make();
    Made expired = ROOT.issues("Expired Issuing").ca().days(-90, -1).make();
    Made sha1Root = new Draft("SHA-1 Root").ca().digest("SHA1").make();
    Made sha1 = ROOT.issues("SHA-1 Issuing").ca().digest("SHA1").make();
    Made forClients =
        ROOT.issues("Client Issuing").ca().purpose(KeyPurposeId.id_kp_clientAuth).make();
    Made noSigning = ROOT.issues("Silent Issuing").ca().usage(KeyUsage.cRLSign).make();
    Made shallow = new Draft("Shallow Root").ca(0).make();
    Made below = shallow.issues("Issuing Below").ca().make();
    Made fabrikam = ROOT.issues("Fabrikam Issuing").ca().onlyBelow("fabrikam.com").make();
    Made contoso = ROOT.issues("Contoso Issuing").ca().onlyBelow("contoso.com").make();
    Made weakRoot = new Draft("Weak Root").ca().keys(Keys.pair("RSA", 1024)).make();
    Made odd = ROOT.issues("Odd Issuing").ca().unknownCriticalExtension().make();
    return List.of(
        Case.of("root expired", Draft.leaf(expiredRoot, HOST), expiredRoot)
            .gives("refused (rootExpired)"),
        Case.of("root not yet valid", Draft.leaf(futureRoot, HOST), futureRoot)
            .gives("refused [Future Root] (certificateNotYetValid)"),
        Case.of("intermediate expired", Draft.leaf(expired, HOST), expired, ROOT)
            .gives("refused [Root A] (authorityExpired)"),
        Case.of("root signed with SHA-1", Draft.leaf(sha1Root, HOST), sha1Root)
            .gives("private [SHA-1 Root]"),
        Case.of("intermediate signed with SHA-1", Draft.leaf(sha1, HOST), sha1, ROOT)
            .gives("refused [Root A] (signatureOutdated)"),
        Case.of("intermediate for clients", Draft.leaf(forClients, HOST), forClients, ROOT)
            .gives("refused [Root A] (usageWrong)"),
        Case.of("intermediate that may not sign", Draft.leaf(noSigning, HOST), noSigning, ROOT)
            .gives("refused [Root A] (notAnAuthority)"),
        Case.of("one authority too many", Draft.leaf(below, HOST), below, shallow)
            .gives("refused [Shallow Root] (pathTooLong)"),
        Case.of("outside the name constraints", Draft.leaf(fabrikam, HOST), fabrikam, ROOT)
            .gives("refused [Root A] (nameForbidden)"),
        Case.of("inside the name constraints", Draft.leaf(contoso, HOST), contoso, ROOT)
            .gives("private [Root A]"),
        Case.of("root with a weak key", Draft.leaf(weakRoot, HOST), weakRoot)
            .gives("refused (keyWeak)"),
        Case.of("intermediate with an unknown critical extension", Draft.leaf(odd, HOST), odd, ROOT)
            .gives("refused [Root A] (extensionUnknown)"));
  }

  private static List<Case> deceptions() {
    Made forger = new Made(ROOT.certificate(), Keys.ec());
    Made forged = forger.issues(HOST).dns(HOST).withoutKeyIds().make();
    Made leafAsCa = LEAF.issues("evil.contoso.com").dns("evil.contoso.com").make();
    Made mislead = ROOT.issues(HOST).dns(HOST).issuerKeyId((byte) 1, (byte) 2).make();
    Made selfIssued = new Made(ROOT.certificate(), ROOT.keys()).issues("Root A").ca().make();
    Made belowSelfIssued = Draft.leaf(selfIssued, HOST);
    Made plain = ROOT.issues(HOST).dns(HOST).withoutKeyIds().make();
    return List.of(
        Case.of("signed by another key of that name", forged, ROOT)
            .gives("incomplete (issuerUnknown)"),
        Case.of("issued by a server certificate", leafAsCa, LEAF, ISSUING, ROOT)
            .forHost("evil.contoso.com")
            .gives("refused [Root A] (notAnAuthority, pathTooLong)"),
        Case.of("key identifier of nobody", mislead, ROOT).gives("incomplete (issuerUnknown)"),
        Case.of("no key identifiers", plain, ROOT).gives("private [Root A]"),
        Case.of("key of the root changed, self-issued", belowSelfIssued, selfIssued, ROOT)
            .gives("private [Root A]"));
  }

  // A gateway reads the key out of the vault, which gives none that lives in hardware.
  private static List<Case> vaults() {
    String upsideDown =
        CertificateBundleTest.pem(ROOT)
            + CertificateBundleTest.pem(Draft.root("Bystander"))
            + CertificateBundleTest.pem(ISSUING);
    return List.of(
        Case.ofLeaf("bundle in PEM, upside down", LEAF)
            .knowingText(upsideDown)
            .gives("private [Root A]"),
        Case.of("bundle in PEM, the intermediate not sent", LEAF)
            .knowingText(upsideDown)
            .gives("incomplete [Root A] (issuerNotSent)"),
        Case.ofLeaf("key in hardware, chain in the bundle", LEAF)
            .knowing(ROOT, ISSUING)
            .keyed("RSA-HSM")
            .gives("private [Root A], no listener (keyNotExportable)"),
        Case.ofLeaf("key in hardware, chain not known", LEAF)
            .keyed("EC-HSM")
            .gives("incomplete (issuerUnknown), no listener (keyNotExportable)"),
        Case.ofLeaf("key in software", LEAF)
            .knowing(ROOT, ISSUING)
            .keyed("EC")
            .gives("private [Root A]"));
  }
}
