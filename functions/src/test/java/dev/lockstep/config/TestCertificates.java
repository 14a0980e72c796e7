package dev.lockstep.config;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;

/** A root certificate made for tests; its key was thrown away. */
public final class TestCertificates {
  public static final String PEM =
      """
      -----BEGIN CERTIFICATE-----
      MIIBjzCCATWgAwIBAgIUMZdCy2Xj202bjFM9gcQSvKzt7hswCgYIKoZIzj0EAwIw
      HTEbMBkGA1UEAwwSTG9ja3N0ZXAtdGVzdC1yb290MB4XDTI2MTEyMzA1MTIxOFoX
      DTM2MTEyMDA1MTIxOFowHTEbMBkGA1UEAwwSTG9ja3N0ZXAtdGVzdC1yb290MFkw
      EwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEp66nim1oFWc2B0YXjS4bZVLa3vJc8WQd
      g0Vpa4zq+LBZUNFA6Lj3DWn9ftaT0uqc8RuClFDvAL3Zn1zGZWWxvqNTMFEwHQYD
      VR0OBBYEFNUC3tV273eASekE8r+L35GG2DD0MB8GA1UdIwQYMBaAFNUC3tV273eA
      SekE8r+L35GG2DD0MA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIh
      APaOIbwLt22Ou8f/GwyWQTMxu9fa6v4syQYmGVTyx6NZAiBVfglOPZ3izJVWsFVb
      RjyxeeEXaPSwHWzMJQoKVHqFmw==
      -----END CERTIFICATE-----
      """;

  /** The DER bytes of {@link #PEM} in base64. */
  public static final String DER =
      "MIIBjzCCATWgAwIBAgIUMZdCy2Xj202bjFM9gcQSvKzt7hswCgYIKoZIzj0EAwIw"
          + "HTEbMBkGA1UEAwwSTG9ja3N0ZXAtdGVzdC1yb290MB4XDTI2MTEyMzA1MTIxOFoX"
          + "DTM2MTEyMDA1MTIxOFowHTEbMBkGA1UEAwwSTG9ja3N0ZXAtdGVzdC1yb290MFkw"
          + "EwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEp66nim1oFWc2B0YXjS4bZVLa3vJc8WQd"
          + "g0Vpa4zq+LBZUNFA6Lj3DWn9ftaT0uqc8RuClFDvAL3Zn1zGZWWxvqNTMFEwHQYD"
          + "VR0OBBYEFNUC3tV273eASekE8r+L35GG2DD0MB8GA1UdIwQYMBaAFNUC3tV273eA"
          + "SekE8r+L35GG2DD0MA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIh"
          + "APaOIbwLt22Ou8f/GwyWQTMxu9fa6v4syQYmGVTyx6NZAiBVfglOPZ3izJVWsFVb"
          + "RjyxeeEXaPSwHWzMJQoKVHqFmw==";

  private TestCertificates() {}

  /** A fresh private key, PKCS#8 in PEM. */
  public static String privateKeyPem() {
    return "-----BEGIN PRIVATE KEY-----\n" + privateKeyDer() + "\n-----END PRIVATE KEY-----\n";
  }

  /** A fresh private key, base64 of PKCS#8. */
  public static String privateKeyDer() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      return Base64.getEncoder()
          .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
