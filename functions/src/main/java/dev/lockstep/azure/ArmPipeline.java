package dev.lockstep.azure;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.policy.BearerTokenAuthenticationPolicy;

/**
 * The pipeline to ARM: authentication and nothing else. No retry, no redirect, no logging of
 * bodies.
 */
public final class ArmPipeline {
  private ArmPipeline() {}

  /**
   * A pipeline.
   *
   * @param client the HTTP client; it must not follow redirects
   * @param credential where tokens come from; they are cached until shortly before they expire
   * @param cloud the audience to ask tokens for
   */
  public static HttpPipeline of(
      HttpClient client, TokenCredential credential, CloudEndpoints cloud) {
    return new HttpPipelineBuilder()
        .httpClient(client)
        .policies(new BearerTokenAuthenticationPolicy(credential, cloud.scope()))
        .build();
  }
}
