package dev.lockstep.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretIdTest {
  @Test
  void theSameSecretInAnyCaseAndWithASlashAtTheEnd() {
    SecretId secret =
        SecretId.tryParse("https://KV-Edge.vault.azure.net/secrets/Api/").orElseThrow();

    assertThat(secret)
        .isEqualTo(SecretId.tryParse("https://kv-edge.vault.azure.net/secrets/api").get());
    assertThat(secret.vaultName()).isEqualTo("kv-edge");
    assertThat(secret.url()).isEqualTo("https://kv-edge.vault.azure.net/secrets/api");
  }

  @Test
  void aVersionIsReadAndCanBeLeftOut() {
    SecretId pinned = SecretId.tryParse("https://kv.vault.azure.cn/secrets/a/0f1e2d").orElseThrow();

    assertThat(pinned.version()).contains("0f1e2d");
    assertThat(pinned.url()).endsWith("/secrets/a/0f1e2d");
    assertThat(pinned.versionless().url()).isEqualTo("https://kv.vault.azure.cn/secrets/a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "http://kv.vault.azure.net/secrets/a",
        "https://kv.vault.azure.net/certificates/a",
        "https://kv.vault.azure.net/secrets/",
        "https://kv.vault.azure.net/secrets/a/b/c",
        "https://user@kv.vault.azure.net/secrets/a",
        "https://kv.vault.azure.net/secrets/a?x=1"
      })
  void whatIsNoSecretUrlIsNoSecret(String url) {
    assertThat(SecretId.tryParse(url)).isEmpty();
  }
}
