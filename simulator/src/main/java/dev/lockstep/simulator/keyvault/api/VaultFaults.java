package dev.lockstep.simulator.keyvault.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.arm.ArmFault;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.token.Principals;
import dev.lockstep.simulator.world.ResourceId;
import java.util.Locale;

/** Refusals of a vault, in the shape KeyVaultError of the OpenAPI file and worded as Azure does. */
final class VaultFaults {
  private VaultFaults() {}

  static ArmFault badParameter(String message) {
    return fault(400, "BadParameter", message);
  }

  static ArmFault methodNotAllowed() {
    return fault(405, "MethodNotAllowed", "The request method is not allowed here.");
  }

  static ArmFault notFound(VaultRequest request, String kind) {
    String version = request.rest().map(one -> "/" + one).orElse("");
    return fault(
        404,
        kind + "NotFound",
        "A %s with (name/id) %s%s was not found in this key vault. If you recently deleted this %s you may be able to recover it using the correct recovery command. For help resolving this issue, please see https://go.microsoft.com/fwlink/?linkid=2125182"
            .formatted(
                kind.toLowerCase(Locale.ROOT),
                request.name().orElse(""),
                version,
                kind.toLowerCase(Locale.ROOT)));
  }

  static ArmFault noSuchVault(String vault) {
    return fault(
        404,
        "VaultNotFound",
        "The simulated world has no vault '%s'. Create it, or correct the host name or path."
            .formatted(vault));
  }

  static ArmFault disabled(String kind) {
    ArmResponse response =
        response(
            403,
            "Forbidden",
            "Operation get is not allowed on a disabled %s.".formatted(kind),
            kind.equals("secret") ? "SecretDisabled" : "CertificateDisabled");
    return new ArmFault(response);
  }

  static ArmFault forbidden(VaultRequest request, String action, ResourceId vault) {
    return new ArmFault(
        response(
            403,
            "Forbidden",
            "Caller is not authorized to perform action on resource.\r\nIf role assignments, deny assignments or role definitions were changed recently, please observe propagation time.\r\nCaller: appid=%s;oid=%s;iss=https://sts.windows.net/%s/\r\nAction: '%s'\r\nResource: '%s/%s'\r\nAssignment: (not found)\r\nDenyAssignmentId: null\r\nDecisionReason: null \r\nVault: %s\r\n"
                .formatted(
                    request.principal().clientId(),
                    request.principal().objectId(),
                    Principals.TENANT,
                    action,
                    vault,
                    String.join("/", request.segments()),
                    request.vault()),
            "ForbiddenByRbac"));
  }

  private static ArmFault fault(int status, String code, String message) {
    return new ArmFault(ArmResponse.of(status, error(code, message)));
  }

  private static ArmResponse response(int status, String code, String message, String inner) {
    ObjectNode error = error(code, message);
    error.withObjectProperty("error").putObject("innererror").put("code", inner);
    return ArmResponse.of(status, error);
  }

  private static ObjectNode error(String code, String message) {
    ObjectNode body = Json.object();
    body.putObject("error").put("code", code).put("message", message);
    return body;
  }
}
