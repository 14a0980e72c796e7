package dev.lockstep.render;

/**
 * Names come from documents that anybody may have written: nothing in them may steer a terminal.
 */
final class Visible {
  private Visible() {}

  /**
   * One line with its control characters made visible.
   *
   * @param inked whether the line holds colours of our own, which stay
   */
  static String of(String line, boolean inked) {
    StringBuilder visible = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean ours = inked && c == '\u001b' && Ink.startsAt(line, i);
      visible.append(Character.isISOControl(c) && !ours ? '\ufffd' : c);
    }
    return visible.toString();
  }
}
