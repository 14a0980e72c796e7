package dev.lockstep.desire;

import dev.lockstep.model.ElementKey;
import dev.lockstep.model.EndpointPolicy;
import dev.lockstep.model.EndpointType;
import dev.lockstep.model.HostName;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.TrustedRoot;
import java.util.ArrayList;
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
 * @param members whom the backend pool names
 * @param doors the frontends on which it stands, at least one
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
    PoolMembers members,
    List<Door> doors,
    SecretId secret,
    List<TrustedRoot> roots,
    List<WantedRecord> records) {
  public Site {
    doors = List.copyOf(doors);
    roots = List.copyOf(roots);
    records = List.copyOf(records);
  }

  /** Names of the elements that the site has to itself. */
  public SiteNames own() {
    return new SiteNames(names, host);
  }

  /** Every listener of the site with its rule. */
  public List<Opening> openings() {
    List<Opening> openings = new ArrayList<>();
    for (Door door : doors) {
      ElementKey listener = own().key(Kind.LISTENER, door.variant());
      ElementKey rule = own().key(Kind.RULE, door.variant());
      openings.add(new Opening(listener, rule, door.frontend(), door.port()));
      ElementKey httpListener = own().http(Kind.LISTENER, door.variant());
      ElementKey httpRule = own().http(Kind.RULE, door.variant());
      door.redirect()
          .map(port -> new Opening(httpListener, httpRule, door.frontend(), port))
          .ifPresent(openings::add);
    }
    return List.copyOf(openings);
  }

  /**
   * A frontend port.
   *
   * @param key its key
   * @param number its number; a gateway has each number once
   * @param ours whether we make it; else it stands there and is somebody else's
   */
  public record Port(ElementKey key, int number, boolean ours) {
    /** Where sites are published. */
    public static final int HTTPS = 443;

    /** Where clients are redirected from. */
    public static final int HTTP = 80;
  }
}
