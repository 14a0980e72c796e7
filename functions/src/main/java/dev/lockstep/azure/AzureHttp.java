package dev.lockstep.azure;

import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import java.time.Duration;

/**
 * The HTTP client of all adapters: the JDK's, without redirects, shared so that connections are.
 */
public final class AzureHttp {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  private AzureHttp() {}

  /** A client. TLS trust is the JVM's. */
  public static HttpClient client() {
    return new JdkHttpClientBuilder(
            java.net.http.HttpClient.newBuilder()
                .followRedirects(java.net.http.HttpClient.Redirect.NEVER))
        .connectionTimeout(CONNECT)
        .build();
  }
}
