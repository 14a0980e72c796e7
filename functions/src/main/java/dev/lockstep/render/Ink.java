package dev.lockstep.render;

import java.util.Arrays;

/** ANSI colours (ECMA-48, SGR), or none. */
enum Ink {
  GREEN("32"),
  YELLOW("33"),
  RED("31"),
  BOLD("1"),
  FAINT("2");

  private static final String RESET = "\u001b[0m";

  private final String begin;

  Ink(String code) {
    this.begin = "\u001b[" + code + "m";
  }

  String paint(String text, boolean colour) {
    return colour ? begin + text + RESET : text;
  }

  /** Whether one of these, or the end of one, stands here. */
  static boolean startsAt(String line, int at) {
    return line.startsWith(RESET, at)
        || Arrays.stream(values()).anyMatch(ink -> line.startsWith(ink.begin, at));
  }
}
