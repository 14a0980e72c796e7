package dev.lockstep.trust;

import static java.util.Comparator.naturalOrder;

import dev.lockstep.model.CertificateText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Certificates as people keep them: DER, PEM, several of PEM in any order, or base64 of one of
 * these. A text that holds a private key is refused whole, and nothing of it is repeated.
 *
 * @param certificates each once, ordered by SHA-256: the order in the text says nothing
 * @param problems what could not be read, with the number of the block and the remedy
 */
public record CertificateBundle(List<PublicCertificate> certificates, List<String> problems) {
  /** The longest text that is looked at, in characters. */
  public static final int LONGEST = 1 << 20;

  /** The largest number of certificates. */
  public static final int MOST = 500;

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----([^-]*)-----END ([A-Z0-9 ]{1,40})-----");
  private static final String CERTIFICATE = "CERTIFICATE";
  private static final String KEY_REFUSED =
      "the text holds a private key or a PFX; nothing of it was kept. Give the certificates alone,"
          + " and replace the key if others could read it";

  public CertificateBundle {
    certificates = certificates.stream().distinct().sorted(naturalOrder()).toList();
    problems = List.copyOf(problems);
  }

  /** Reads a text: PEM blocks, or base64 of DER or of PEM. */
  public static CertificateBundle ofText(String text) {
    if (text.length() > LONGEST) {
      return refused(
          "the text is longer than %d characters; leave out what no chain needs"
              .formatted(LONGEST));
    }
    if (CertificateText.looksPrivate(text)) {
      return refused(KEY_REFUSED);
    }
    if (text.contains("-----BEGIN ")) {
      return blocks(text);
    }
    return base64(text)
        .map(CertificateBundle::ofBytes)
        .orElseGet(() -> refused("neither PEM nor base64; save it as PEM"));
  }

  /** Reads bytes: one certificate in DER, or text in ASCII. */
  public static CertificateBundle ofBytes(byte[] bytes) {
    Optional<PublicCertificate> single = PublicCertificate.tryParse(bytes);
    if (single.isPresent()) {
      return new CertificateBundle(List.of(single.get()), List.of());
    }
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    // Base64 of the bytes shows a key in DER or a PFX, which the bytes read as text would not.
    if (bytes.length <= LONGEST
        && CertificateText.looksPrivate(Base64.getEncoder().encodeToString(bytes))) {
      return refused(KEY_REFUSED);
    }
    return text.contains("-----BEGIN ")
        ? ofText(text)
        : refused("neither DER nor PEM of a certificate; save it as PEM");
  }

  private static CertificateBundle blocks(String text) {
    List<PublicCertificate> found = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    Matcher blocks = BLOCK.matcher(text);
    int number = 0;
    while (blocks.find()) {
      number++;
      String kind = blocks.group(1);
      if (!kind.equals(CERTIFICATE) || !blocks.group(3).equals(CERTIFICATE)) {
        problems.add(
            "block %d is a %s and no certificate; leave it out".formatted(number, Shown.of(kind)));
        continue;
      }
      base64(blocks.group(2))
          .flatMap(PublicCertificate::tryParse)
          .ifPresentOrElse(found::add, unreadable(number, problems));
    }
    if (begins(text) > number) {
      problems.add("a block has no end, or two are joined; each needs its own BEGIN and END line");
    }
    if (new TreeSet<>(found).size() > MOST) {
      return refused("it holds more than %d certificates; keep those you need".formatted(MOST));
    }
    return new CertificateBundle(found, problems);
  }

  private static Runnable unreadable(int number, List<String> problems) {
    return () ->
        problems.add("block %d is no readable certificate; export it again".formatted(number));
  }

  private static int begins(String text) {
    return text.split("-----BEGIN ", -1).length - 1;
  }

  private static Optional<byte[]> base64(String text) {
    try {
      return Optional.of(Base64.getDecoder().decode(text.replaceAll("\\s", "")));
    } catch (IllegalArgumentException other) {
      return Optional.empty();
    }
  }

  private static CertificateBundle refused(String problem) {
    return new CertificateBundle(List.of(), List.of(problem));
  }
}
