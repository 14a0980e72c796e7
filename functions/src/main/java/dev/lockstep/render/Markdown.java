package dev.lockstep.render;

/** Text that is put between the marks of GitHub's Markdown (GitHub Flavored Markdown Spec). */
final class Markdown {
  private static final String MARKS = "\\`*_[]|~#";
  private static final String MARKS_IN_TAGS = "\\`*_[]|";

  private Markdown() {}

  /** Plain text: nothing in it is a mark, a tag, a table's edge or a mention. */
  static String text(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char c : oneLine(text).toCharArray()) {
      if (MARKS.indexOf(c) >= 0) {
        escaped.append('\\');
      }
      escaped.append(tagless(c));
      if (c == '@') {
        // A mention would tell people of every plan; nobody is named so by an Azure resource.
        escaped.append('\u200b');
      }
    }
    return escaped.toString();
  }

  /** Text inside tags, where marks mean nothing and mentions still do. */
  static String html(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char c : oneLine(text).toCharArray()) {
      escaped.append(tagless(c)).append(c == '@' ? "\u200b" : "");
    }
    return escaped.toString();
  }

  /** Text inside {@code <code>}, where marks mean nothing. */
  static String code(String text) {
    StringBuilder escaped = new StringBuilder("<code>");
    for (char c : oneLine(text).toCharArray()) {
      // Outside of a fold the line is still read as Markdown, inside a tag too.
      escaped.append(MARKS_IN_TAGS.indexOf(c) >= 0 ? "&#" + (int) c + ";" : tagless(c));
    }
    return escaped.append("</code>").toString();
  }

  /** A fence that no line of the content can close. */
  static String fence(String content) {
    int longest = 2;
    int run = 0;
    for (int i = 0; i < content.length(); i++) {
      run = content.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return "`".repeat(longest + 1);
  }

  private static String tagless(char c) {
    return switch (c) {
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '&' -> "&amp;";
      default -> String.valueOf(c);
    };
  }

  private static String oneLine(String text) {
    return Visible.of(text.replace('\n', ' ').replace('\r', ' '), false);
  }
}
