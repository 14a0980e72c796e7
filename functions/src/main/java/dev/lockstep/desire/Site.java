package dev.lockstep.desire;

import dev.lockstep.model.ElementKey;
import dev.lockstep.model.EndpointPolicy;
import dev.lockstep.model.EndpointType;
import dev.lockstep.model.HostName;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.TrustedRoot;
import java.util.List;

/**
 * One host name that is to be published, with everything found that its elements need.
 *
 * @param binding name of the binding
 * @param service the service that lists it
 * @param host the host name
 * @param type which of the service's endpoints answers there
 * @param policy how that type is published
 * @param names names of owned elements
 * @param gateway the gateway's id
 * @param frontend the frontend IP configuration
 * @param port the frontend port 443
 * @param secret the listener's certificate, without version
 * @param roots roots that the gateway must trust
 * @param records its DNS records: none, one, or one for each zone that is to hold it
 */
public record Site(
    String binding,
    ResourceId service,
    HostName host,
    EndpointType type,
    EndpointPolicy policy,
    ElementNames names,
    ResourceId gateway,
    ElementKey frontend,
    Port port,
    SecretId secret,
    List<TrustedRoot> roots,
    List<WantedRecord> records) {
  public Site {
    roots = List.copyOf(roots);
    records = List.copyOf(records);
  }

  /**
   * The frontend port.
   *
   * @param key its key
   * @param ours whether we make it; else it stands there and is somebody else's
   */
  public record Port(ElementKey key, boolean ours) {
    /** The only port that is published for now: HTTPS. */
    public static final int NUMBER = 443;
  }
}
