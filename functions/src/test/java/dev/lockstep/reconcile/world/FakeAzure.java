package dev.lockstep.reconcile.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.ResourceId;
import dev.lockstep.port.Arm;
import dev.lockstep.port.ArmAnswer;
import dev.lockstep.port.ArmAnswer.Answered;
import dev.lockstep.port.ArmAnswer.NoAnswer;
import dev.lockstep.port.ArmRequest;
import dev.lockstep.reconcile.ApiVersions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * One gateway with its public IP, one service, a private and a public zone behind ARM. Answers can
 * be replaced, once or for good.
 */
public final class FakeAzure implements Arm {
  private static final String GROUP =
      "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg-edge/providers/";

  /** The gateway's id. */
  public static final ResourceId GATEWAY =
      new ResourceId(GROUP + "Microsoft.Network/applicationGateways/agw-edge");

  /** The service's id. */
  public static final ResourceId SERVICE =
      new ResourceId(GROUP + "Microsoft.ApiManagement/service/apim-contoso");

  /** The id of the service of the other binding, where there is one. */
  public static final ResourceId NEIGHBOUR =
      new ResourceId(GROUP + "Microsoft.ApiManagement/service/apim-other");

  /** The zone's id. */
  public static final ResourceId ZONE =
      new ResourceId(GROUP + "Microsoft.Network/privateDnsZones/contoso.com");

  /** The public zone's id, in the letters of its answers. */
  public static final ResourceId PUBLIC_ZONE =
      new ResourceId(GROUP + "Microsoft.Network/dnszones/contoso.com");

  /** The id of the gateway's public IP. */
  public static final ResourceId PUBLIC_IP =
      new ResourceId(GROUP + "Microsoft.Network/publicIPAddresses/pip-agw");

  private static final String HEALTH_RESULT = "https://arm.test/subscriptions/s/health/1";

  private final FakeGateway gateway;
  private final FakeCertificates certificates;
  private final FakeService service = new FakeService(SERVICE);
  private final FakeService neighbour = new FakeService(NEIGHBOUR);
  private final FakeZone zone = new FakeZone(ZONE);
  private final FakeZone publicZone = new FakeZone(PUBLIC_ZONE);
  private final List<Fault> faults = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();
  private final TreeSet<String> sickPools = new TreeSet<>();
  private String newestVersion = ApiVersions.PINNED.gateway();
  private UnaryOperator<ObjectNode> newestSees = document -> document;
  private BiFunction<String, ObjectNode, String> health = (pool, document) -> "Healthy";
  private int healthPolls;
  private Runnable beforeGatewayPut = () -> {};
  private Runnable beforeEachGatewayPut = () -> {};
  private Runnable beforeRecordPut = () -> {};
  private Runnable beforeEachGatewayGet = () -> {};
  private final List<Runnable> beforeGatewayGet = new ArrayList<>();
  private Optional<Predicate<ArmRequest>> lost = Optional.empty();
  private Optional<Integer> readsLeft = Optional.empty();
  private int gatewayGets;
  private int gatewayGetToMeet = -1;

  public FakeAzure(Clock clock) {
    this.gateway = new FakeGateway(clock, resource("gateway.json"));
    this.certificates = new FakeCertificates(clock, gateway);
  }

  /** The gateway. */
  public FakeGateway gateway() {
    return gateway;
  }

  /** Certificates, and who presents them. */
  public FakeCertificates certificates() {
    return certificates;
  }

  /** The service. */
  public FakeService service() {
    return service;
  }

  /** The service of the other binding. */
  public FakeService neighbour() {
    return neighbour;
  }

  /** The zone. */
  public FakeZone zone() {
    return zone;
  }

  /** The public zone. */
  public FakeZone publicZone() {
    return publicZone;
  }

  /** Every request, such as {@code GET /subscriptions/…}. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** The next request that fits gets this answer instead, and has no effect. */
  public void answerOnce(Predicate<ArmRequest> which, ArmAnswer answer) {
    faults.add(new Fault(which, answer, true));
  }

  /** Every request that fits gets this answer instead, until {@link #heal()}. */
  public void answerAlways(Predicate<ArmRequest> which, ArmAnswer answer) {
    faults.add(new Fault(which, answer, false));
  }

  /** Every answer says that so many reads are left. */
  public void readsLeft(int reads) {
    readsLeft = Optional.of(reads);
  }

  /** Takes all faults back. */
  public void heal() {
    faults.clear();
  }

  /** Does something in the moment before the next gateway PUT arrives. */
  public void beforeGatewayPut(Runnable act) {
    beforeGatewayPut = act;
  }

  /** Does something in the moment before each gateway PUT arrives. */
  public void beforeEachGatewayPut(Runnable act) {
    beforeEachGatewayPut = act;
  }

  /** Does something in the moment before the next record set PUT arrives. */
  public void beforeRecordPut(Runnable act) {
    beforeRecordPut = act;
  }

  /** Does something in the moment before the gateway GET of that number, from 1, is answered. */
  public void beforeGatewayGet(int number, Runnable act) {
    gatewayGetToMeet = number;
    beforeGatewayGet.add(act);
  }

  /** Does something before each gateway GET is answered. */
  public void beforeEachGatewayGet(Runnable act) {
    beforeEachGatewayGet = act;
  }

  /** The next request that fits takes effect, and its answer is lost. */
  public void loseAnswerOnce(Predicate<ArmRequest> which) {
    lost = Optional.of(which);
  }

  /** There is a newer api-version of gateways, and this is what it makes of a document. */
  public void newestVersion(String version, UnaryOperator<ObjectNode> sees) {
    newestVersion = version;
    newestSees = sees;
  }

  /** Backends of pools whose name contains the text are unhealthy. */
  public void sick(String pool) {
    sickPools.add(pool);
  }

  /**
   * Sets what backend health says.
   *
   * @param of from a pool's name and the gateway's document to Healthy, Unhealthy or Unknown
   */
  public void health(BiFunction<String, ObjectNode, String> of) {
    health = of;
  }

  @Override
  public ArmAnswer send(ArmRequest request) {
    requests.add(request.method() + " " + request.path());
    Optional<Fault> fault = faults.stream().filter(f -> f.which.test(request)).findFirst();
    if (fault.isPresent()) {
      if (fault.get().once) {
        faults.remove(fault.get());
      }
      return fault.get().answer;
    }
    ArmAnswer answer =
        route(request, request.path().split("\\?")[0].replace("https://arm.test", ""));
    if (lost.filter(which -> which.test(request)).isPresent()) {
      lost = Optional.empty();
      return new NoAnswer(true, "the connection was reset");
    }
    return readsLeft.map(left -> saying(left, answer)).orElse(answer);
  }

  private static ArmAnswer saying(int left, ArmAnswer answer) {
    if (!(answer instanceof Answered answered)) {
      return answer;
    }
    Map<String, String> headers = new HashMap<>(answered.headers());
    headers.put("x-ms-ratelimit-remaining-subscription-reads", String.valueOf(left));
    return new Answered(answered.status(), headers, answered.body());
  }

  private ArmAnswer route(ArmRequest request, String path) {
    if (path.endsWith("/providers/Microsoft.Network")) {
      return FakeGateway.answer(200, provider());
    }
    if (request.path().equals(GATEWAY + "?api-version=" + newestVersion)
        && !newestVersion.equals(ApiVersions.PINNED.gateway())) {
      return FakeGateway.answer(200, newestSees.apply(gateway.document()));
    }
    if (path.equals(GATEWAY.value())) {
      return request.method() == ArmRequest.Method.PUT ? putGateway(request) : getGateway();
    }
    if (path.equals(SERVICE.value())) {
      return FakeGateway.answer(200, service.body());
    }
    if (path.equals(PUBLIC_IP.value())) {
      return FakeGateway.answer(200, publicIp());
    }
    if (path.equals(NEIGHBOUR.value())) {
      return FakeGateway.answer(200, neighbour.body());
    }
    if (path.startsWith(ZONE + "/")) {
      return ofZone(zone, request, path);
    }
    if (path.startsWith(PUBLIC_ZONE + "/")) {
      return ofZone(publicZone, request, path);
    }
    if (path.equals(GATEWAY + "/backendhealth") || request.path().equals(HEALTH_RESULT)) {
      return health(request);
    }
    return gateway
        .operation(request.path())
        .orElseGet(() -> FakeGateway.error(404, "ResourceNotFound", path + " is not there"));
  }

  private ObjectNode provider() {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("namespace", "Microsoft.Network");
    body.putArray("resourceTypes")
        .addObject()
        .put("resourceType", "applicationGateways")
        .putArray("apiVersions")
        .add("2099-01-01-preview")
        .add(ApiVersions.PINNED.gateway())
        .add(newestVersion)
        .add("2021-08-01");
    return body;
  }

  private ArmAnswer ofZone(FakeZone of, ArmRequest request, String path) {
    if (path.endsWith("/ALL")) {
      int skip = request.path().indexOf("skip=");
      return of.list(skip < 0 ? 0 : Integer.parseInt(request.path().substring(skip + 5)));
    }
    Runnable act = beforeRecordPut;
    beforeRecordPut = () -> {};
    act.run();
    return of.write(path.substring(path.lastIndexOf('/') + 1), request);
  }

  private static ObjectNode publicIp() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("id", PUBLIC_IP.value()).put("name", PUBLIC_IP.name());
    body.putObject("properties")
        .put("ipAddress", "20.50.10.30")
        .put("publicIPAddressVersion", "IPv4")
        .put("publicIPAllocationMethod", "Static");
    return body;
  }

  private Answered getGateway() {
    beforeEachGatewayGet.run();
    if (++gatewayGets == gatewayGetToMeet) {
      beforeGatewayGet.forEach(Runnable::run);
    }
    return gateway.get();
  }

  private ArmAnswer putGateway(ArmRequest request) {
    Runnable act = beforeGatewayPut;
    beforeGatewayPut = () -> {};
    act.run();
    beforeEachGatewayPut.run();
    return gateway.put(request);
  }

  private Answered health(ArmRequest request) {
    if (request.method() == ArmRequest.Method.POST) {
      healthPolls = 0;
    }
    if (++healthPolls <= 2) {
      return new Answered(
          202, Map.of("location", HEALTH_RESULT), JsonNodeFactory.instance.nullNode());
    }
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    for (JsonNode rule : gateway.document().path("properties").path("requestRoutingRules")) {
      addPair(
          body.withArray("backendAddressPools").addObject(),
          rule.at("/properties/backendAddressPool/id").asText(),
          rule.at("/properties/backendHttpSettings/id").asText());
    }
    return FakeGateway.answer(200, body);
  }

  private void addPair(ObjectNode answer, String pool, String settings) {
    String name = pool.substring(pool.lastIndexOf('/') + 1);
    boolean sick = sickPools.stream().anyMatch(name::contains);
    answer.putObject("backendAddressPool").put("id", pool);
    ObjectNode pair = answer.putArray("backendHttpSettingsCollection").addObject();
    pair.putObject("backendHttpSettings").put("id", settings);
    pair.putArray("servers")
        .addObject()
        .put("address", "10.0.1.5")
        .put("health", sick ? "Unhealthy" : health.apply(name, gateway.document()))
        .put("healthProbeLog", sick ? "Received invalid status code: 404" : "");
  }

  private static ObjectNode resource(String name) {
    try (InputStream in = FakeAzure.class.getResourceAsStream(name)) {
      return (ObjectNode) new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Fault(Predicate<ArmRequest> which, ArmAnswer answer, boolean once) {}
}
