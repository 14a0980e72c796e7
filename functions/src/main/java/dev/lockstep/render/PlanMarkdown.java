package dev.lockstep.render;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.plan.Blocked;
import dev.lockstep.plan.Change;
import dev.lockstep.plan.FieldChange;
import dev.lockstep.plan.PendingRemoval;
import dev.lockstep.plan.Plan;
import dev.lockstep.plan.Warning;

/**
 * A plan for a pull request, in GitHub's Markdown: what is in the way first, then one element per
 * fold with its fields as a diff.
 */
public final class PlanMarkdown {
  /** GitHub takes 65536 characters in a comment; a pipeline wants to add some of its own. */
  static final int LONGEST = 60_000;

  private final Plan plan;
  private final boolean withFields;
  private final StringBuilder out = new StringBuilder();

  private PlanMarkdown(Plan plan, boolean withFields) {
    this.plan = plan;
    this.withFields = withFields;
  }

  /**
   * The whole plan, lines ending in {@code \n}; without the fields when they would not fit into a
   * comment.
   */
  public static String render(Plan plan) {
    String whole = new PlanMarkdown(plan, true).render();
    return whole.length() <= LONGEST ? whole : new PlanMarkdown(plan, false).render();
  }

  private String render() {
    line("### Gateway " + Markdown.code(plan.gatewayId().name()));
    line("");
    line("**" + Summary.of(plan).line() + "**<br>");
    line(Markdown.code(plan.gatewayId().value()) + "<br>");
    line("Hash " + Markdown.code(plan.hash().value()));
    line("");
    plan.blocked().forEach(this::blocked);
    plan.warnings().forEach(this::warning);
    plan.pending().forEach(this::pending);
    if (!withFields) {
      line("The fields are left out here: a comment would not hold them.");
      line("");
    }
    plan.changes().forEach(this::change);
    if (plan.isEmpty() && plan.blocked().isEmpty() && plan.pending().isEmpty()) {
      line("Nothing to change.");
      line("");
    }
    return out.toString();
  }

  private void blocked(Blocked blocked) {
    line("> [!CAUTION]");
    line(
        "> **Blocked** "
            + Markdown.code(blocked.code().wireName())
            + blocked.host().map(host -> " " + Markdown.code(host.value())).orElse("")
            + of(blocked.binding())
            + "<br>");
    line("> " + Markdown.text(blocked.reason()) + (blocked.remedy().isBlank() ? "" : "<br>"));
    if (!blocked.remedy().isBlank()) {
      line("> Remedy: " + Markdown.text(blocked.remedy()));
    }
    line("");
  }

  private void warning(Warning warning) {
    line("> [!WARNING]");
    line("> " + Markdown.code(warning.code()) + of(warning.binding()) + "<br>");
    line("> " + Markdown.text(warning.message()));
    line("");
  }

  private void pending(PendingRemoval pending) {
    line("> [!NOTE]");
    line(
        "> "
            + Markdown.code(pending.host().value())
            + " is missing from "
            + Markdown.code(pending.service().name())
            + " since "
            + pending.firstMissing()
            + " and leaves after "
            + pending.dueAt());
    line("");
  }

  private static String of(String binding) {
    return binding.isEmpty() ? "" : " of binding " + Markdown.code(binding);
  }

  private void change(Change change) {
    String name = Markdown.code(sign(change.kind()) + " " + PlanText.name(change.subject())) + " ";
    if (!withFields) {
      line("- " + name + Markdown.text(change.reason()));
      return;
    }
    // A line that begins with a block's tag is HTML to its end: marks mean nothing in it.
    line("<details><summary>" + name + Markdown.html(change.reason()) + "</summary>");
    line("");
    StringBuilder diff = new StringBuilder();
    change.fields().forEach(field -> diff(diff, field));
    String fence = Markdown.fence(diff.toString());
    line(fence + "diff");
    out.append(diff);
    line(fence);
    line("");
    line("Binding " + Markdown.code(change.binding()));
    line("");
    line("</details>");
    line("");
  }

  private void diff(StringBuilder diff, FieldChange field) {
    String path = FieldText.path(field);
    field.before().ifPresent(value -> diff.append(diffLine("- ", path, field, value)));
    field.after().ifPresent(value -> diff.append(diffLine("+ ", path, field, value)));
  }

  private String diffLine(String sign, String path, FieldChange field, JsonNode value) {
    String text = sign + path + ": " + ShownValue.text(field.path(), value, plan.gatewayId());
    return Visible.of(text, false) + "\n";
  }

  private static String sign(Change.Kind kind) {
    return switch (kind) {
      case ADD -> "+";
      case UPDATE -> "~";
      case REMOVE -> "-";
    };
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
