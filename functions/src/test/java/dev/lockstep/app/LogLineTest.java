package dev.lockstep.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogLineTest {
  @Test
  void messageThenFieldsInOrder() {
    assertThat(LogLine.of("signal sent").with("target", "agw-1").with("count", 3))
        .hasToString("signal sent target=agw-1 count=3");
  }

  @Test
  void textWithBlanksIsQuoted() {
    assertThat(LogLine.of("x").with("a", "two words").with("b", "say \"hi\"").with("c", ""))
        .hasToString("x a=\"two words\" b=\"say 'hi'\" c=\"\"");
  }

  @Test
  void textFromOutsideCannotBeginANewLine() {
    assertThat(LogLine.of("x").with("a", "one\r\nforged line\u2028more").toString())
        .isEqualTo("x a=\"one forged line more\"");
  }
}
