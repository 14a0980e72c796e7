package dev.lockstep.cli.rollover;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** How a site is now: gateway document, listeners and service. The app is not asked. */
final class Look {
  private final World world;
  private final Site site;

  Look(World world, Site site) {
    this.world = world;
    this.site = site;
  }

  /** Whether the gateway publishes all host names, and the clients' first requests are answered. */
  boolean published() {
    Optional<JsonNode> gateway = world.settledGateway(site);
    Set<String> listening = new HashSet<>();
    gateway.ifPresent(
        document ->
            document
                .at("/properties/httpListeners")
                .forEach(one -> listening.add(one.at("/properties/hostName").asText())));
    return listening.containsAll(site.hosts()) && site.hosts().stream().allMatch(this::answers);
  }

  private boolean answers(String host) {
    try (Connection connection =
        Connection.open(world.entrance(site), host, world.anchors().freshContext())) {
      connection.get("/rollover/first", true);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** The roots that the gateway lists, when no change of it is under way. */
  Optional<Trusted> trusted() {
    return world
        .settledGateway(site)
        .map(document -> Trusted.of(document, site.hosts()))
        .filter(trusted -> trusted.settings().size() == site.hosts().size());
  }

  /** Whether every setting trusts what is presented now and what comes. */
  boolean trusts(Issued now, Issued next) {
    boolean isPublic = now.isPublic() && next.isPublic();
    Set<String> wanted = thumbprints(now.anchors());
    wanted.addAll(thumbprints(next.anchors()));
    return trusted().filter(t -> t.listEverywhere(isPublic ? Set.of() : wanted)).isPresent();
  }

  /** Whether every setting trusts what is presented, and none of the others is left. */
  boolean trustsOnly(Issued now, Set<X509Certificate> others) {
    Set<String> gone = gone(now, others);
    Set<String> wanted = now.isPublic() ? Set.of() : thumbprints(now.anchors());
    return trusted().filter(t -> t.listEverywhere(wanted) && t.free(gone)).isPresent();
  }

  /** Those of some roots that nothing needs any more. */
  static Set<String> gone(Issued now, Set<X509Certificate> others) {
    Set<String> gone = thumbprints(others);
    if (!now.isPublic()) {
      gone.removeAll(thumbprints(now.anchors()));
    }
    return gone;
  }

  /** Whether the service presents these for all host names. */
  boolean servicePresents(Issued issued) {
    return site.hosts().stream()
        .allMatch(host -> presented(host).equals(Optional.of(issued.leaves().get(host))));
  }

  private Optional<String> presented(String host) {
    try (Connection connection = Connection.open(world.service(site), host, seeing(), "")) {
      return Optional.of(Thumbprint.of(connection.leaf()));
    } catch (IOException | GeneralSecurityException unreachable) {
      return Optional.empty();
    }
  }

  /** Whether the app warns that it does not know the roots of all host names. */
  boolean undetermined() {
    List<String> warned =
        world.plan(site).path("warnings").findParents("message").stream()
            .filter(one -> one.path("code").asText().equals("trustUndetermined"))
            .map(one -> one.path("message").asText())
            .toList();
    return site.hosts().stream()
        .allMatch(host -> warned.stream().anyMatch(message -> message.contains(host)));
  }

  private static Set<String> thumbprints(Set<X509Certificate> certificates) {
    return certificates.stream().map(Thumbprint::of).collect(Collectors.toCollection(HashSet::new));
  }

  private static SSLContext seeing() throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new Seeing()}, null);
    return context;
  }

  /** Takes what is presented: the look is to see it. */
  private static final class Seeing extends X509ExtendedTrustManager {
    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
