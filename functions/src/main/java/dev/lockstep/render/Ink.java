package dev.lockstep.render;

/** ANSI colours (ECMA-48, SGR), or none. */
enum Ink {
  GREEN("32"),
  YELLOW("33"),
  RED("31"),
  BOLD("1"),
  FAINT("2");

  private final String code;

  Ink(String code) {
    this.code = code;
  }

  String paint(String text, boolean colour) {
    return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
