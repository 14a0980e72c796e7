package dev.lockstep.azure;

import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.http.policy.HttpLogDetailLevel;
import com.azure.core.http.policy.HttpLogOptions;
import java.time.Duration;

/**
 * The HTTP client of all adapters: the JDK's, without redirects, shared so that connections are.
 * Nothing that was read stays in the buffers of its connections.
 */
public final class AzureHttp {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  private AzureHttp() {}

  /** A client. TLS trust is the JVM's. */
  public static HttpClient client() {
    return new JdkHttpClientBuilder(
            java.net.http.HttpClient.newBuilder()
                .sslContext(WipingTls.context())
                .followRedirects(java.net.http.HttpClient.Redirect.NEVER))
        .connectionTimeout(CONNECT)
        .build();
  }

  /**
   * For clients whose answers hold secrets or tokens: {@code AZURE_HTTP_LOG_DETAIL_LEVEL} of the
   * app settings would show them in the log.
   */
  static HttpLogOptions unlogged() {
    return new HttpLogOptions().setLogLevel(HttpLogDetailLevel.NONE);
  }
}
