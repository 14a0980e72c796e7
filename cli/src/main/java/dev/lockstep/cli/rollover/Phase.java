package dev.lockstep.cli.rollover;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can happen to a certificate. */
public enum Phase {
  /** (a). */
  LEAF('a', "leaf renewed under the same root", false),
  /** (b). */
  ROOT('b', "new root", true),
  /** (c). */
  INTERMEDIATE('c', "new intermediate", true),
  /** (d). */
  CROSS('d', "new root, first cross-signed by the old one, then alone", true),
  /** (e). */
  LATE('e', "new root, which API Management takes hours later", false),
  /** (f). */
  POLL('f', "leaf renewed, and the gateway's own look is four hours away", false),
  /** (g). */
  KILLED('g', "new root, and the worker is killed in the middle", false),
  /** (h). */
  PUBLIC('h', "from a private to a public authority", false),
  /** (i). */
  PRIVATE('i', "from a public to a private authority", false),
  /** (j). */
  MANAGED('j', "managed by API Management, the listener's by the vault", false);

  /** From where the app can know a root that nobody presents yet. */
  public enum Trial {
    /** The binding names a trust bundle. */
    BUNDLE("trust bundle"),
    /** The binding lets the chain in the secret be read. */
    CHAIN("chain in the secret"),
    /** Neither: only what is presented is seen. */
    PRESENTED("neither");

    private final String words;

    Trial(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final char letter;
  private final String title;
  private final boolean everyTrial;

  Phase(char letter, String title, boolean everyTrial) {
    this.letter = letter;
    this.title = title;
    this.everyTrial = everyTrial;
  }

  /** Its letter, from a to j. */
  public char letter() {
    return letter;
  }

  /** What happens, in words. */
  public String title() {
    return title;
  }

  List<Trial> trials() {
    return everyTrial ? List.of(Trial.values()) : List.of(Trial.BUNDLE);
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The phase with a letter or a name. */
  public static Optional<Phase> find(String text) {
    String wanted = text.trim().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(one -> one.key().equals(wanted) || wanted.equals(String.valueOf(one.letter)))
        .findFirst();
  }
}
