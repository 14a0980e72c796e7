package dev.lockstep.testing.gateway;

import java.util.List;

/**
 * One listener with its rule.
 *
 * @param door which frontend and port
 * @param hosts its host names; none makes a basic listener, several or a wildcard {@code hostNames}
 * @param target where the rule leads
 * @param rank the rule's place: smaller ranks come first
 * @param ruled whether there is a rule at all
 */
public record SiteShape(Door door, List<String> hosts, Target target, int rank, boolean ruled) {
  public SiteShape {
    hosts = List.copyOf(hosts);
  }

  /** The frontends and ports of every generated gateway. */
  public enum Door {
    PUBLIC_HTTPS("appGwPublicFrontendIpIPv4", 443, true),
    PUBLIC_HTTP("appGwPublicFrontendIpIPv4", 80, false),
    PRIVATE_HTTPS("appGwPrivateFrontendIpIPv4", 443, true),
    PRIVATE_HTTP("appGwPrivateFrontendIpIPv4", 80, false),
    PUBLIC_ODD_HTTPS("appGwPublicFrontendIpIPv4", 8443, true);

    private final String frontend;
    private final int port;
    private final boolean https;

    Door(String frontend, int port, boolean https) {
      this.frontend = frontend;
      this.port = port;
      this.https = https;
    }

    /** Name of the frontend IP configuration. */
    public String frontend() {
      return frontend;
    }

    /** Port number. */
    public int port() {
      return port;
    }

    /** Whether its listeners speak TLS. */
    public boolean https() {
      return https;
    }
  }

  /** Where a rule leads. */
  public enum Target {
    POOL,
    PATH_MAP,
    REDIRECT,
    DISTRIBUTED
  }
}
