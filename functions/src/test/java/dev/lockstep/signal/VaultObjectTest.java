package dev.lockstep.signal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaultObjectTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://kv-edge.vault.azure.net/secrets/cert-api",
        "https://kv-edge.vault.azure.net/secrets/cert-api/",
        "https://KV-Edge.vault.azure.net:443/certificates/Cert-Api/ee059b2bb5bc48398a53b168c6cdcb10",
        "https://kv-edge.vault.usgovcloudapi.net/keys/cert-api/1",
      })
  void versionFormAndCaseDoNotMatter(String id) {
    assertThat(VaultObject.fromId(id)).contains(VaultObject.of("kv-edge", "cert-api"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "cert-api", "https://kv-edge.vault.azure.net/", "ht tp://x/y/z", "/a/b"})
  void otherTextIsNoObject(String id) {
    assertThat(VaultObject.fromId(id)).isEmpty();
  }

  @Test
  void namesAreTrimmed() {
    assertThat(VaultObject.of(" kv-edge ", "cert-api "))
        .isEqualTo(VaultObject.of("kv-edge", "cert-api"));
  }
}
