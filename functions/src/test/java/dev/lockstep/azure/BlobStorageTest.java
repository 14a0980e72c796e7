package dev.lockstep.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import dev.lockstep.azure.StubHttp.Answer;
import dev.lockstep.port.Blobs.Condition;
import dev.lockstep.port.Blobs.Lease;
import dev.lockstep.port.Blobs.Versioned;
import dev.lockstep.port.StorageFailure;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the answers of the Blob service mean (Microsoft Learn, blob-service-error-codes). */
class BlobStorageTest {
  @Test
  void aBlobIsReadWithItsTagAndTheTimeOfTheService() {
    StubHttp http =
        answering(
            Answer.of(200, "text")
                .with("ETag", "\"0x1\"")
                .with("Date", "Mon, 02 Nov 2026 10:00:00 GMT"));

    assertThat(blobs(http).read("a.json"))
        .contains(new Versioned("text", "0x1", Instant.parse("2026-11-02T10:00:00Z")));
  }

  @Test
  void aBlobThatIsNotThereIsEmpty() {
    assertThat(blobs(answering(error(404, "BlobNotFound"))).read("a.json")).isEmpty();
    assertThat(blobs(answering(error(404, "ContainerNotFound"))).read("a.json")).isEmpty();
  }

  @Test
  void aWriteCarriesItsConditionAndLease() {
    StubHttp http = answering(Answer.of(201, "").with("ETag", "\"0x2\""));

    Optional<String> etag =
        blobs(http).write("a.json", "{}", new Condition.Unchanged("0x1"), Optional.of("l-1"));

    HttpRequest put = http.requests().get(0);
    assertThat(etag).contains("0x2");
    assertThat(put.getHeaders().getValue(HttpHeaderName.IF_MATCH)).isEqualTo("0x1");
    assertThat(put.getHeaders().getValue(HttpHeaderName.fromString("x-ms-lease-id")))
        .isEqualTo("l-1");
  }

  @ParameterizedTest
  @CsvSource({
    "412, ConditionNotMet",
    "412, LeaseIdMissing",
    "412, LeaseLost",
    "409, BlobAlreadyExists"
  })
  void aWriteWhoseConditionDoesNotHoldIsEmpty(int status, String code) {
    StubHttp http = answering(error(status, code));

    assertThat(blobs(http).write("a", "{}", new Condition.Absent(), Optional.empty())).isEmpty();
    assertThat(http.requests()).hasSize(1);
  }

  @Test
  void theContainerIsMadeWhenTheFirstWriteNeedsIt() {
    StubHttp http =
        answering(
            error(404, "ContainerNotFound"),
            Answer.of(201, ""),
            Answer.of(201, "").with("ETag", "\"0x1\""));

    assertThat(blobs(http).write("a", "{}", new Condition.Always(), Optional.empty()))
        .contains("0x1");
    assertThat(http.requests().get(1).getUrl()).hasToString("https://acc.test/c?restype=container");
  }

  @Test
  void aLeaseTellsTheTimeOfTheService() {
    StubHttp http = answering(leased());

    Lease lease = blobs(http).lease("a.json").orElseThrow();

    assertThat(lease.id()).isEqualTo("l-1");
    assertThat(lease.acquiredAt()).isEqualTo(Instant.parse("2026-11-02T10:00:00Z"));
  }

  @Test
  void aBlobThatSomebodyHoldsGivesNoLease() {
    assertThat(blobs(answering(error(409, "LeaseAlreadyPresent"))).lease("a.json")).isEmpty();
  }

  @Test
  void aBlobIsMadeForItsFirstLease() {
    StubHttp http =
        answering(error(404, "BlobNotFound"), Answer.of(201, "").with("ETag", "\"0x1\""), leased());

    assertThat(blobs(http).lease("a.json")).isPresent();
    HttpRequest made = http.requests().get(1);
    assertThat(made.getHttpMethod()).isEqualTo(HttpMethod.PUT);
    assertThat(made.getHeaders().getValue(HttpHeaderName.IF_NONE_MATCH)).isEqualTo("*");
  }

  @Test
  void aLeaseThatWasLostIsNotRenewedAndIsReleasedWithoutError() {
    Lease lease =
        blobs(
                answering(
                    leased(),
                    error(409, "LeaseIdMismatchWithLeaseOperation"),
                    error(409, "LeaseIdMismatchWithLeaseOperation")))
            .lease("a.json")
            .orElseThrow();

    assertThat(lease.renew()).isFalse();
    lease.close();
  }

  @Test
  void everythingElseIsAFailureAndIsTriedOnce() {
    StubHttp http = answering(error(503, "ServerBusy"));

    assertThatThrownBy(() -> blobs(http).read("a.json"))
        .isInstanceOf(StorageFailure.class)
        .hasMessageContaining("503");
    assertThat(http.requests()).hasSize(1);
  }

  @Test
  void aMissingRightNamesTheRoles() {
    assertThatThrownBy(() -> blobs(answering(error(403, "AuthorizationFailure"))).lease("a"))
        .isInstanceOf(StorageFailure.class)
        .hasMessageContaining("Storage Blob Data Owner");
  }

  @Test
  void aListIsCutAtItsLimit() {
    StubHttp http =
        answering(
            Answer.of(
                    200,
                    "<?xml version=\"1.0\"?><EnumerationResults><Blobs>"
                        + "<Blob><Name>a/1</Name></Blob><Blob><Name>a/2</Name></Blob>"
                        + "</Blobs><NextMarker/></EnumerationResults>")
                .with("Content-Type", "application/xml"));

    assertThat(blobs(http).list("a/", 1)).isEqualTo(List.of("a/1"));
  }

  private static BlobStorage blobs(StubHttp http) {
    StorageAccount account =
        new StorageAccount.ByIdentity(
            URI.create("https://acc.test"), URI.create("https://q.test"), StubHttp.credential());
    return new BlobStorage(account.container("c", http));
  }

  private static StubHttp answering(Answer... answers) {
    Deque<Answer> queue = new ArrayDeque<>(Arrays.asList(answers));
    return StubHttp.answering(request -> queue.removeFirst());
  }

  private static Answer leased() {
    return Answer.of(201, "")
        .with("x-ms-lease-id", "l-1")
        .with("ETag", "\"0x1\"")
        .with("Date", "Mon, 02 Nov 2026 10:00:00 GMT");
  }

  private static Answer error(int status, String code) {
    return Answer.of(status, "<?xml version=\"1.0\"?><Error><Code>" + code + "</Code></Error>")
        .with("x-ms-error-code", code)
        .with("Content-Type", "application/xml");
  }
}
