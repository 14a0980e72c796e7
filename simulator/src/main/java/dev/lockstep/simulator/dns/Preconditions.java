package dev.lockstep.simulator.dns;

import dev.lockstep.simulator.arm.ArmCall;
import dev.lockstep.simulator.arm.Faults;
import java.util.Optional;

/** If-Match and If-None-Match of DNS, with the recorded texts (privatedns-a.put-*.412). */
final class Preconditions {
  private Preconditions() {}

  /**
   * Refuses a write whose condition does not hold.
   *
   * @param what such as {@code Record set api}
   * @param etag etag of the existing resource
   */
  static void check(ArmCall call, String what, Optional<String> etag) {
    Optional<String> absent = call.request().header("if-none-match");
    if (absent.isPresent() && etag.isPresent()) {
      throw Faults.flat(
          412,
          "PreconditionFailed",
          "The " + what + " exists already and hence cannot be created again.");
    }
    Optional<String> wanted = call.request().header("if-match").map(Preconditions::bare);
    if (wanted.isPresent()
        && !(wanted.get().equals("*")
            ? etag.isPresent()
            : etag.map(Preconditions::bare).equals(wanted))) {
      throw Faults.flat(
          412, "PreconditionFailed", "The " + what + " has been modified (etag mismatch).");
    }
  }

  private static String bare(String etag) {
    return etag.replace("\"", "");
  }
}
