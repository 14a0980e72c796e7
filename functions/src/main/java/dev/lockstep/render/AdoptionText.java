package dev.lockstep.render;

import dev.lockstep.model.HostName;
import dev.lockstep.plan.Adoption;

/**
 * A proposal to take over hand-made elements, for the eye; the plan that would follow comes after.
 */
public final class AdoptionText {
  private AdoptionText() {}

  /**
   * The whole proposal, lines ending in {@code \n}.
   *
   * @param colour whether the reader is a terminal
   */
  public static String render(Adoption adoption, boolean colour) {
    StringBuilder out = new StringBuilder();
    adoption
        .adopted()
        .forEach(
            (key, owned) ->
                out.append(Ink.GREEN.paint("< adopt", colour))
                    .append(" ")
                    .append(key)
                    .append(owned.host().map(HostName::value).map(h -> " for " + h).orElse(""))
                    .append('\n'));
    adoption
        .left()
        .forEach(
            left ->
                out.append(Ink.FAINT.paint("  leave", colour))
                    .append(" ")
                    .append(left.key())
                    .append(": ")
                    .append(left.reason())
                    .append('\n'));
    adoption
        .refused()
        .forEach(
            (host, why) ->
                out.append(Ink.RED.paint("! refused", colour))
                    .append(" ")
                    .append(host)
                    .append(": ")
                    .append(why)
                    .append('\n'));
    adoption
        .commands()
        .forEach(
            command ->
                out.append("\nThe record set is adopted by\n  ").append(command).append('\n'));
    out.append('\n').append(count(adoption)).append("Hash: ").append(adoption.hash()).append('\n');
    if (!adoption.isEmpty()) {
      out.append("\nThe plan that would follow:\n\n")
          .append(PlanText.render(adoption.next(), colour));
    }
    return out.toString();
  }

  private static String count(Adoption adoption) {
    int count = adoption.adopted().size();
    return count == 0
        ? "Adoption: nothing to adopt\n"
        : "Adoption: "
            + count
            + (count == 1 ? " element" : " elements")
            + "; nothing on the gateway is changed by it\n";
  }
}
