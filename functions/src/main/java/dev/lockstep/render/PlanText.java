package dev.lockstep.render;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.model.Zone;
import dev.lockstep.plan.Blocked;
import dev.lockstep.plan.Change;
import dev.lockstep.plan.FieldChange;
import dev.lockstep.plan.PendingRemoval;
import dev.lockstep.plan.Plan;
import dev.lockstep.plan.Subject;
import dev.lockstep.plan.Warning;
import java.util.Optional;

/**
 * A plan for the eye: {@code +} for what is added, {@code ~} for what is changed, {@code -} for
 * what is removed, each with its fields and the reason in words. The order is the plan's.
 */
public final class PlanText {
  private static final int ON_ONE_LINE = 100;

  private final Plan plan;
  private final boolean colour;
  private final StringBuilder out = new StringBuilder();

  private PlanText(Plan plan, boolean colour) {
    this.plan = plan;
    this.colour = colour;
  }

  /**
   * The whole plan, lines ending in {@code \n}.
   *
   * @param colour whether the reader is a terminal
   */
  public static String render(Plan plan, boolean colour) {
    return new PlanText(plan, colour).render();
  }

  private String render() {
    line(Ink.BOLD.paint("Gateway " + plan.gatewayId().name(), colour) + "  " + plan.gatewayId());
    line("");
    plan.changes().forEach(this::change);
    plan.blocked().forEach(this::blocked);
    plan.warnings().forEach(this::warning);
    plan.pending().forEach(this::pending);
    if (plan.isEmpty() && plan.blocked().isEmpty() && plan.pending().isEmpty()) {
      line("Nothing to change.");
      line("");
    }
    line(Ink.BOLD.paint(Summary.of(plan).line(), colour));
    line("Hash: " + plan.hash());
    return out.toString();
  }

  private void change(Change change) {
    line(sign(change.kind()) + " " + name(change.subject()));
    line("    " + Ink.FAINT.paint("# " + change.reason() + " [" + change.binding() + "]", colour));
    change.fields().forEach(field -> field(field, change.kind()));
    line("");
  }

  private String sign(Change.Kind kind) {
    return switch (kind) {
      case ADD -> Ink.GREEN.paint("+", colour);
      case UPDATE -> Ink.YELLOW.paint("~", colour);
      case REMOVE -> Ink.RED.paint("-", colour);
    };
  }

  static String name(Subject subject) {
    if (subject instanceof Subject.GatewayElement element) {
      return element.key().toString();
    }
    Subject.DnsRecord record = (Subject.DnsRecord) subject;
    String zone = record.zone().isOfType(Zone.PUBLIC) ? "public zone " : "";
    return "A record " + record.name() + " in " + zone + record.zone().name();
  }

  private void field(FieldChange field, Change.Kind kind) {
    String path = FieldText.path(field);
    Optional<String> before = field.before().map(value -> text(field.path(), value));
    Optional<String> after = field.after().map(value -> text(field.path(), value));
    if (kind != Change.Kind.UPDATE) {
      line("      " + path + ": " + after.or(() -> before).orElse(""));
    } else if (before.isEmpty() || after.isEmpty()) {
      String sign = sign(before.isEmpty() ? Change.Kind.ADD : Change.Kind.REMOVE);
      line("    " + sign + " " + path + ": " + after.or(() -> before).orElse(""));
    } else if (before.get().length() + after.get().length() <= ON_ONE_LINE) {
      line("    " + sign(kind) + " " + path + ": " + before.get() + " -> " + after.get());
    } else {
      line("    " + sign(kind) + " " + path + ":");
      line("        " + sign(Change.Kind.REMOVE) + " " + before.get());
      line("        " + sign(Change.Kind.ADD) + " " + after.get());
    }
  }

  private String text(String path, JsonNode value) {
    return ShownValue.text(path, value, plan.gatewayId());
  }

  private void blocked(Blocked blocked) {
    line(
        Ink.RED.paint("! blocked", colour)
            + " "
            + blocked.code().wireName()
            + blocked.host().map(host -> " " + host).orElse("")
            + " ["
            + blocked.binding()
            + "]");
    line("      " + blocked.reason());
    if (!blocked.remedy().isBlank()) {
      line("      remedy: " + blocked.remedy());
    }
    line("");
  }

  private void warning(Warning warning) {
    line(
        Ink.YELLOW.paint("! warning", colour)
            + " "
            + warning.code()
            + (warning.binding().isEmpty() ? "" : " [" + warning.binding() + "]"));
    line("      " + warning.message());
    line("");
  }

  private void pending(PendingRemoval pending) {
    line(
        Ink.YELLOW.paint("… pending", colour)
            + " removal of "
            + pending.host()
            + ": missing from "
            + pending.service().name()
            + " since "
            + pending.firstMissing()
            + ", leaves after "
            + pending.dueAt());
    line("");
  }

  private void line(String text) {
    out.append(Visible.of(text, colour)).append('\n');
  }
}
