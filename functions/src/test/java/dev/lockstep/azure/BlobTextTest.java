package dev.lockstep.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpRequest;
import dev.lockstep.azure.BlobText.Text;
import dev.lockstep.azure.BlobText.Unread;
import dev.lockstep.azure.StubHttp.Answer;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

class BlobTextTest {
  private static final URI BLOB = URI.create("https://st1.blob.core.windows.net/c/b.json");

  @Test
  void theTextComesWithItsTagForAToken() {
    StubHttp http =
        StubHttp.answering(request -> Answer.of(200, "{\"a\":\"ü\"}").with("ETag", "\"0x1\""));

    assertThat(read(http)).isEqualTo(new Text("{\"a\":\"ü\"}", "\"0x1\""));
    HttpRequest get = http.requests().get(0);
    assertThat(get.getUrl()).hasToString(BLOB.toString());
    assertThat(get.getHeaders().getValue(HttpHeaderName.AUTHORIZATION)).isEqualTo("Bearer token");
    assertThat(get.getHeaders().getValue(HttpHeaderName.fromString("x-ms-version"))).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({
    "403, AuthorizationPermissionMismatch, Storage Blob Data Reader",
    "401, InvalidAuthenticationInfo, Storage Blob Data Reader",
    "404, BlobNotFound, upload the bindings",
    "302, Found, redirects are not followed",
    "503, ServerBusy, it is tried again"
  })
  void everyOtherAnswerIsNoText(int status, String code, String remedy) {
    StubHttp http =
        StubHttp.answering(
            request ->
                Answer.of(status, "{\"bindings\":[]}")
                    .with("x-ms-error-code", code)
                    .with("Location", "https://evil.example/"));

    assertThat(read(http))
        .isInstanceOfSatisfying(
            Unread.class,
            unread -> {
              assertThat(unread.message()).contains(status + " " + code);
              assertThat(unread.remedy()).contains(remedy);
            });
    assertThat(http.requests()).hasSize(1);
  }

  @Test
  void aBlobThatIsTooLargeIsNotReadToItsEnd() {
    String most = "x".repeat(BlobText.MOST_BYTES);

    assertThat(read(StubHttp.answering(request -> Answer.of(200, most)))).isInstanceOf(Text.class);
    assertThat(read(StubHttp.answering(request -> Answer.of(200, most + "x"))))
        .isEqualTo(BlobRefusal.tooLarge(1048576));
  }

  @Test
  void aFailedConnectionAndAnAnswerThatNeverComesAreNoText() {
    assertThat(read(StubHttp.emitting(Mono.error(new ConnectException("refused")))))
        .isInstanceOfSatisfying(
            Unread.class,
            unread -> assertThat(unread.message()).contains("ConnectException: refused"));
    assertThat(read(StubHttp.emitting(Mono.never()))).isInstanceOf(Unread.class);
  }

  private static BlobText.Answer read(StubHttp http) {
    return new BlobText(http, StubHttp.credential(), Duration.ofMillis(500)).read(BLOB);
  }
}
