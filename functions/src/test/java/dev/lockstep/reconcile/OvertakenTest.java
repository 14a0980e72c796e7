package dev.lockstep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.port.ArmRequest;
import dev.lockstep.reconcile.state.Overtaking;
import dev.lockstep.reconcile.world.World;
import dev.lockstep.signal.Cause;
import dev.lockstep.signal.GatewayWrite;
import dev.lockstep.signal.Writer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Writes of others that ours overwrote are reported by name, where If-Match is ignored. */
class OvertakenTest {
  private final World world = new World();
  private Instant editedAt = Instant.EPOCH;

  @BeforeEach
  void aHostNameIsAdded() {
    world.azure().service().add("api.contoso.com");
    world.azure().gateway().honoursIfMatch(false);
  }

  @Test
  void aWriteBetweenOurReadAndOurWriteIsReportedWithItsWriter() {
    overtake();
    world.told(theirs(false), Duration.ofSeconds(2)).run(Duration.ofMinutes(20));

    assertThat(world.azure().gateway().document().path("tags").has("touched")).isFalse();
    assertThat(overtaking().total()).isEqualTo(1);
    assertThat(overtaking().reports().get(0).write()).isEqualTo(theirs(false));
    assertThat(world.alarms())
        .singleElement()
        .satisfies(
            alarm -> {
              assertThat(alarm.code()).isEqualTo("overtaken");
              assertThat(alarm.message())
                  .contains(World.COLLEAGUE.toString(), "agw-edge", editedAt.toString());
              assertThat(alarm.remedy()).contains("--correlation-id correlation-1");
            });
    assertThat(journals()).containsOnlyOnce("\"code\":\"overtaken\"");
  }

  @Test
  void aClockThatIsASecondAheadHidesNothing() {
    overtake();
    GatewayWrite ahead =
        by(World.COLLEAGUE, world.time().instant().plus(Duration.ofSeconds(1)), false);
    world.told(ahead, Duration.ofSeconds(2)).run(Duration.ofMinutes(20));

    assertThat(overtaking().total()).isEqualTo(1);
  }

  @Test
  void anEventThatComesTwiceIsReportedOnce() {
    overtake();
    world.told(theirs(false), Duration.ZERO).told(theirs(true), Duration.ofSeconds(9));
    world.run(Duration.ofMinutes(20)).told(theirs(false), Duration.ZERO).run(Duration.ofMinutes(5));

    assertThat(overtaking().total()).isEqualTo(1);
  }

  @Test
  void anEventMayComeADayLate() {
    overtake();
    world.run(Duration.ofHours(23)).told(theirs(false), Duration.ZERO).run(Duration.ofMinutes(1));

    assertThat(overtaking().total()).isEqualTo(1);
  }

  @Test
  void ourOwnEventIsNoReport() {
    overtake();
    world.told(by(World.SELF, editedAt, false), Duration.ZERO).run(Duration.ofMinutes(20));

    assertThat(overtaking().total()).isZero();
  }

  @Test
  void aWriteThatWeHaveSeenIsNoReport() {
    world.azure().gateway().edit(OvertakenTest::tagged);
    editedAt = world.time().instant();
    world.time().advance(Duration.ofSeconds(1));
    world.converge();
    world.told(theirs(false), Duration.ZERO).run(Duration.ofMinutes(20));

    assertThat(world.azure().gateway().document().path("tags").has("touched")).isTrue();
    assertThat(overtaking().total()).isZero();
  }

  @Test
  void whereIfMatchIsHonouredThereIsNothingToReport() {
    world.azure().gateway().honoursIfMatch(true);
    overtake();
    world.told(theirs(false), Duration.ZERO).run(Duration.ofMinutes(20));

    assertThat(world.azure().gateway().document().path("tags").has("touched")).isTrue();
    assertThat(overtaking().total()).isZero();
    assertThat(overtaking().windows()).isEmpty();
  }

  @Test
  void whatWeHeardOfIsNotOverwrittenThoughReadsLag() {
    world.converge();
    editBehindALaggingRead();
    world.told(theirs(false), Duration.ZERO);
    world.signal(Cause.Kind.SERVICE_CHANGED).run(Duration.ofMinutes(20));

    assertThat(world.azure().gateway().document().path("tags").has("touched")).isTrue();
    assertThat(world.azure().gateway().document().toString()).contains("more.contoso.com");
    assertThat(overtaking().total()).isZero();
  }

  @Test
  void aReadThatLagsWidensTheWindow() {
    world.converge();
    editBehindALaggingRead();
    world.signal(Cause.Kind.SERVICE_CHANGED).run(Duration.ofMinutes(5));
    world.told(theirs(false), Duration.ZERO).run(Duration.ofMinutes(20));

    assertThat(world.azure().gateway().document().path("tags").has("touched")).isFalse();
    assertThat(overtaking().total()).isEqualTo(1);
  }

  @Test
  void ofTwoWritesThatAReadMayHaveMissedTheLaterCounts() {
    world.converge();
    world.azure().gateway().edit(document -> document);
    Instant before = world.time().instant();
    world.time().advance(Duration.ofSeconds(20));
    editBehindALaggingRead();
    world.signal(Cause.Kind.SERVICE_CHANGED).run(Duration.ofMinutes(5));
    world.told(theirs(false), Duration.ZERO).run(Duration.ofMinutes(5));
    assertThat(overtaking().total()).as("the document that we saw may hold this one").isZero();

    GatewayWrite earlier = new GatewayWrite(World.COLLEAGUE, before, false, "correlation-0");
    world.told(earlier, Duration.ZERO).run(Duration.ofMinutes(5));
    assertThat(overtaking().reports())
        .singleElement()
        .satisfies(report -> assertThat(report.write()).isEqualTo(theirs(false)));
  }

  /** Reads show what was before, which nobody has seen yet but where the world has converged. */
  private void editBehindALaggingRead() {
    world.azure().gateway().takes(Duration.ZERO);
    world.azure().gateway().lags(Duration.ofSeconds(50));
    world.azure().gateway().editSlowly(OvertakenTest::tagged);
    editedAt = world.time().instant();
    world.time().advance(Duration.ofSeconds(5));
    world.azure().service().add("more.contoso.com");
  }

  @Test
  void aWriteWhoseAnswerWasLostIsBoundedByItsOwnEvent() {
    world.azure().beforeGatewayPut(this::edit);
    world.azure().loseAnswerOnce(OvertakenTest::isGatewayPut);
    world.signal(Cause.Kind.SERVICE_CHANGED);
    world.deliver();
    world.told(theirs(false), Duration.ZERO).run(Duration.ofMinutes(5));
    assertThat(overtaking().total()).as("nobody knows yet when ours was accepted").isZero();

    world.told(by(World.SELF, editedAt, false), Duration.ZERO).run(Duration.ofMinutes(5));
    assertThat(overtaking().total()).isEqualTo(1);
  }

  private void overtake() {
    world.azure().beforeGatewayPut(this::edit);
    world.signal(Cause.Kind.SERVICE_CHANGED);
    world.deliver();
  }

  private void edit() {
    editedAt = world.time().instant();
    world.azure().gateway().edit(OvertakenTest::tagged);
  }

  private GatewayWrite theirs(boolean canceled) {
    return by(World.COLLEAGUE, editedAt, canceled);
  }

  private static GatewayWrite by(Writer writer, Instant at, boolean canceled) {
    String id = writer.equals(World.SELF) ? "ours" : "correlation-1";
    return new GatewayWrite(writer, at, canceled, id);
  }

  private Overtaking overtaking() {
    return world.remembered().writing().overtaking();
  }

  private String journals() {
    StringBuilder all = new StringBuilder();
    for (String name : world.journal().list(World.TARGET + "/", 1000)) {
      all.append(world.journal().read(name).orElseThrow().content());
    }
    return all.toString();
  }

  private static ObjectNode tagged(ObjectNode document) {
    ((ObjectNode) document.path("tags")).put("touched", "by a colleague");
    return document;
  }

  private static boolean isGatewayPut(ArmRequest request) {
    return request.method() == ArmRequest.Method.PUT
        && request.path().contains("applicationGateways");
  }
}
