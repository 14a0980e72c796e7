package dev.lockstep.azure;

import java.net.URI;

/**
 * Where one Azure cloud is.
 *
 * @param arm Azure Resource Manager, such as {@code https://management.azure.com}
 * @param audience what tokens for it are issued for, such as {@code https://management.azure.com}
 * @param authority where tokens come from, such as {@code https://login.microsoftonline.com}
 */
public record CloudEndpoints(URI arm, String audience, URI authority) {
  public CloudEndpoints {
    if (!"https".equalsIgnoreCase(arm.getScheme())) {
      throw new IllegalArgumentException(
          "the ARM endpoint '" + arm + "' is not https: tokens go over https only");
    }
  }

  /** The scope to ask a token for. */
  public String scope() {
    return (audience.endsWith("/") ? audience.substring(0, audience.length() - 1) : audience)
        + "/.default";
  }
}
