package dev.lockstep.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.OwnerRecord;
import dev.lockstep.model.ResourceId;
import dev.lockstep.plan.BlockCode;
import dev.lockstep.plan.Blocked;
import dev.lockstep.plan.Change;
import dev.lockstep.plan.FieldChange;
import dev.lockstep.plan.Plan;
import dev.lockstep.plan.PlanHash;
import dev.lockstep.plan.Subject;
import dev.lockstep.plan.Warning;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Names and values come from documents that anybody may have written. */
class HostileNamesTest {
  private static final ResourceId GATEWAY =
      new ResourceId(
          "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/applicationGateways/agw");

  @Test
  void markdownTakesNoMarkNoTagAndNoMentionFromAName() {
    String markdown =
        PlanMarkdown.render(
            plan(change(Change.Kind.UPDATE, "a|b`c<img src=x>_d_", "for @team <b> | x", "1", "2")));

    assertThat(markdown)
        .contains(
            "<details><summary><code>~ probes/a&#124;b&#96;c&lt;img src=x&gt;&#95;d&#95;</code>"
                + " for @\u200bteam &lt;b&gt; | x</summary>\n")
        .doesNotContain("<img", "<b>", "@team");
  }

  @Test
  void whatIsBlockedIsPlainText() {
    Plan plan =
        new Plan(
            GATEWAY,
            List.of(),
            List.of(
                new Blocked(
                    BlockCode.LISTENER_COLLISION,
                    "edge",
                    Optional.empty(),
                    "listener [x](http://evil) of *others*",
                    "rename\nit")),
            List.of(new Warning("first|second", "", "see <script>")),
            List.of(),
            Optional.empty(),
            List.of(),
            OwnerRecord.EMPTY,
            new PlanHash("0123456789abcdef"));

    assertThat(PlanMarkdown.render(plan))
        .contains(
            "> [!CAUTION]\n> **Blocked** <code>listenerCollision</code> of binding"
                + " <code>edge</code><br>\n"
                + "> listener \\[x\\](http://evil) of \\*others\\*<br>\n> Remedy: rename it\n",
            "> [!WARNING]\n> <code>first&#124;second</code><br>\n> see &lt;script&gt;\n");
  }

  @Test
  void noValueClosesTheFence() {
    String markdown =
        PlanMarkdown.render(plan(change(Change.Kind.ADD, "p", "why", null, "x ```` y")));

    assertThat(markdown).contains("\n`````diff\n+ path: \"x ```` y\"\n`````\n");
  }

  @Test
  void aPlanThatNoCommentHoldsLosesItsFieldsAndNothingElse() {
    Change change = change(Change.Kind.ADD, "p", "why * not", null, "x".repeat(190));
    String markdown = PlanMarkdown.render(plan(Collections.nCopies(500, change)));

    assertThat(markdown)
        .hasSizeLessThan(PlanMarkdown.LONGEST)
        .contains("The fields are left out here", "- <code>+ probes/p</code> why \\* not\n")
        .doesNotContain("xxx", "<details>");
  }

  @Test
  void noNameSteersTheTerminal() {
    Plan plan = plan(change(Change.Kind.ADD, "a\u001b[2Jb", "why\u0007\nnot", null, "x"));

    assertThat(PlanText.render(plan, false)).doesNotContain("\u001b", "\u0007");
    assertThat(PlanText.render(plan, true))
        .contains("\u001b[32m+\u001b[0m probes/a\ufffd[2Jb")
        .doesNotContain("\u001b[2J");
  }

  @Test
  void aPasswordIsNeverShownAndALongTextIsCut() {
    FieldChange secret =
        new FieldChange(
            "properties.password", Optional.empty(), Optional.of(TextNode.valueOf("hunter2")));
    FieldChange longText =
        new FieldChange(
            "properties.description",
            Optional.empty(),
            Optional.of(TextNode.valueOf("abcdefgh".repeat(40))));
    Plan plan =
        plan(
            List.of(
                new Change(
                    Change.Kind.ADD,
                    new Subject.GatewayElement(new ElementKey("probes", "p")),
                    List.of(secret, longText),
                    "why",
                    Optional.empty(),
                    "edge")));

    for (String shown : List.of(PlanText.render(plan, false), PlanMarkdown.render(plan))) {
      assertThat(shown)
          .contains("password: \"(hidden)\"")
          .contains("description: \"" + "abcdefgh".repeat(10) + "… (320 characters, sha256:");
    }
    assertThat(PlanJson.render(plan).toString())
        .contains("\"(hidden)\"", "abcdefgh".repeat(40))
        .doesNotContain("hunter2");
  }

  @Test
  void fieldsOfAChangeHaveTheirSign() {
    String text =
        PlanText.render(
            plan(
                List.of(
                    change(Change.Kind.UPDATE, "p", "why", "1", "2"),
                    change(Change.Kind.UPDATE, "q", "why", null, "2"),
                    change(Change.Kind.UPDATE, "r", "why", "1", null),
                    change(Change.Kind.UPDATE, "s", "why", "1".repeat(60), "2".repeat(60)))),
            false);

    assertThat(text)
        .contains("    ~ path: \"1\" -> \"2\"\n")
        .contains("    + path: \"2\"\n")
        .contains("    - path: \"1\"\n")
        .contains(
            "    ~ path:\n        - \""
                + "1".repeat(60)
                + "\"\n        + \""
                + "2".repeat(60)
                + "\"\n");
  }

  private static Change change(
      Change.Kind kind, String name, String reason, String before, String after) {
    return new Change(
        kind,
        new Subject.GatewayElement(new ElementKey("probes", name)),
        List.of(
            new FieldChange(
                "properties.path",
                Optional.ofNullable(before).map(TextNode::valueOf),
                Optional.ofNullable(after).map(TextNode::valueOf))),
        reason,
        Optional.empty(),
        "edge");
  }

  private static Plan plan(Change change) {
    return plan(List.of(change));
  }

  private static Plan plan(List<Change> changes) {
    return new Plan(
        GATEWAY,
        changes,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        OwnerRecord.EMPTY,
        new PlanHash("0123456789abcdef"));
  }
}
