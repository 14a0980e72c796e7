package dev.lockstep.azure;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.BearerTokenAuthenticationPolicy;
import com.azure.core.util.Context;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * Reads the text of one blob with a token: one GET, no redirect, no second try. Whoever calls makes
 * sure that the URL is one that tokens may go to.
 */
public final class BlobText {
  /** More than any bindings: an app setting holds less, and a wrong blob may be of any size. */
  static final int MOST_BYTES = 1 << 20;

  // Microsoft Learn, "Authorize with Microsoft Entra ID (REST API)": the same in every cloud.
  private static final String SCOPE = "https://storage.azure.com/.default";
  private static final HttpHeaderName VERSION = HttpHeaderName.fromString("x-ms-version");
  private static final HttpHeaderName ERROR = HttpHeaderName.fromString("x-ms-error-code");

  private final HttpPipeline pipeline;
  private final Duration timeout;

  /**
   * @param client the HTTP client; it must not follow redirects
   * @param credential where tokens come from
   * @param timeout for the whole exchange, token included
   */
  public BlobText(HttpClient client, TokenCredential credential, Duration timeout) {
    this.pipeline =
        new HttpPipelineBuilder()
            .httpClient(client)
            .policies(new BearerTokenAuthenticationPolicy(credential, SCOPE))
            .build();
    this.timeout = timeout;
  }

  /** What came of a read. */
  public sealed interface Answer {}

  /** The text, and the tag that names this version of the blob. */
  public record Text(String text, String etag) implements Answer {}

  /** There is no text; the message says why, the remedy what to do. */
  public record Unread(String message, String remedy) implements Answer {}

  /** Reads the blob. */
  public Answer read(URI blob) {
    HttpRequest request =
        new HttpRequest(HttpMethod.GET, blob.toString()).setHeader(VERSION, "2023-11-03");
    try {
      return pipeline.send(request, Context.NONE).flatMap(BlobText::answer).block(timeout);
    } catch (RuntimeException e) {
      return new Unread(
          "could not be read: " + BlobRefusal.words(e),
          "check that the app can reach the account (firewall, private endpoint, DNS) and has an"
              + " identity; it is tried again");
    }
  }

  private static Mono<Answer> answer(HttpResponse response) {
    if (response.getStatusCode() != 200) {
      String code = String.valueOf(response.getHeaders().getValue(ERROR));
      response.close();
      return Mono.just(BlobRefusal.of(response.getStatusCode(), code));
    }
    String etag = String.valueOf(response.getHeaders().getValue(HttpHeaderName.ETAG));
    return response
        .getBody()
        .<ByteArrayOutputStream>reduceWith(ByteArrayOutputStream::new, BlobText::append)
        .map(bytes -> text(bytes.toByteArray(), etag))
        .onErrorResume(TooLarge.class, e -> Mono.just(BlobRefusal.tooLarge(MOST_BYTES)));
  }

  private static ByteArrayOutputStream append(ByteArrayOutputStream all, ByteBuffer part) {
    if (all.size() + part.remaining() > MOST_BYTES) {
      throw new TooLarge();
    }
    byte[] bytes = new byte[part.remaining()];
    part.get(bytes);
    all.write(bytes, 0, bytes.length);
    return all;
  }

  private static Answer text(byte[] bytes, String etag) {
    try {
      return new Text(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString(), etag);
    } catch (CharacterCodingException e) {
      return new Unread("is not UTF-8 text", "save it as UTF-8");
    }
  }

  private static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
