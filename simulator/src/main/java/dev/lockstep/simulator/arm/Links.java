package dev.lockstep.simulator.arm;

import dev.lockstep.simulator.world.World;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** The URLs by which clients follow an operation, and the time they are asked to wait. */
public final class Links {
  private Links() {}

  /** {@code Azure-AsyncOperation} and Retry-After of the network provider. */
  public static ArmResponse network(
      ArmResponse response, ArmCall call, Operation operation, String location, World world) {
    return retry(
        response
            .with("Azure-AsyncOperation", networkUrl(call, operation, location, "operations"))
            .with("azure-asyncnotification", "Enabled"),
        world);
  }

  /** {@code Location} of the network provider, for answers without a resource. */
  public static ArmResponse networkLocation(
      ArmResponse response, ArmCall call, Operation operation, String location, World world) {
    return retry(
        response.with("Location", networkUrl(call, operation, location, "operationResults")),
        world);
  }

  /** Both URLs of private DNS; the recordings name the port in the first one. */
  public static ArmResponse privateDns(
      ArmResponse response, ArmCall call, Operation operation, World world) {
    String base = call.request().baseUrl();
    String scope = call.id().scope() + "/providers/Microsoft.Network/";
    String query = operation.id() + "?api-version=" + call.apiVersion();
    String withPort = base.matches("https?://[^/]*:\\d+") ? base : base + ":443";
    return retry(
        response
            .with("Azure-AsyncOperation", withPort + scope + "privateDnsOperationStatuses/" + query)
            .with("Location", base + scope + "privateDnsOperationResults/" + query),
        world);
  }

  /** {@code Location} of API Management, below the service. */
  public static ArmResponse apim(
      ArmResponse response, ArmCall call, String operationId, World world) {
    String url =
        "%s%s/operationresults/%s?api-version=%s"
            .formatted(call.request().baseUrl(), call.id().root(), operationId, call.apiVersion());
    return retry(response.with("Location", url), world);
  }

  /** Adds Retry-After. */
  public static ArmResponse retry(ArmResponse response, World world) {
    return response.with("Retry-After", seconds(world.settings().latencies().retryAfter()));
  }

  /** Whole seconds, rounded up. */
  public static String seconds(Duration duration) {
    return Long.toString((duration.toMillis() + 999) / 1000);
  }

  /** The operation that an answer started, read from its URLs. */
  static Optional<String> operationId(ArmResponse response) {
    return response
        .header("Azure-AsyncOperation")
        .or(() -> response.header("Location"))
        .map(url -> url.substring(url.lastIndexOf('/') + 1).split("\\?", 2)[0]);
  }

  private static String networkUrl(
      ArmCall call, Operation operation, String location, String collection) {
    return "%s/subscriptions/%s/providers/Microsoft.Network/locations/%s/%s/%s?api-version=%s"
        .formatted(
            call.request().baseUrl(),
            call.id().subscription().orElse(""),
            location.toLowerCase(Locale.ROOT).replace(" ", ""),
            collection,
            operation.id(),
            call.apiVersion());
  }
}
