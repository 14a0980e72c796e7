package dev.lockstep.simulator.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The SharedKey scheme of the Blob and Queue services (Microsoft Learn, "Authorize with Shared
 * Key", version 2015-02-21 and later).
 */
public final class SharedKey {
  private final String account;
  private final byte[] key;

  /** A signer for an account; {@code base64Key} is one of its two keys. */
  public SharedKey(String account, String base64Key) {
    this.account = account;
    this.key = Base64.getDecoder().decode(base64Key);
  }

  /**
   * The value of the Authorization header.
   *
   * @param headers names in lower case
   * @param rawPath path as on the wire, not decoded
   * @param query parameters decoded; names in lower case
   */
  public String authorization(
      String method, Map<String, String> headers, String rawPath, Map<String, String> query) {
    return "SharedKey " + account + ":" + signature(text(method, headers, rawPath, query));
  }

  private String text(
      String method, Map<String, String> headers, String rawPath, Map<String, String> query) {
    String length = header(headers, "content-length");
    return String.join(
            "\n",
            method,
            header(headers, "content-encoding"),
            header(headers, "content-language"),
            length.equals("0") ? "" : length,
            header(headers, "content-md5"),
            header(headers, "content-type"),
            headers.containsKey("x-ms-date") ? "" : header(headers, "date"),
            header(headers, "if-modified-since"),
            header(headers, "if-match"),
            header(headers, "if-none-match"),
            header(headers, "if-unmodified-since"),
            header(headers, "range"))
        + "\n"
        + canonicalHeaders(headers)
        + "/"
        + account
        + rawPath
        + canonicalQuery(query);
  }

  private static String canonicalHeaders(Map<String, String> headers) {
    return new TreeMap<>(headers)
        .entrySet().stream()
            .filter(header -> header.getKey().startsWith("x-ms-"))
            .map(header -> header.getKey() + ":" + header.getValue().strip() + "\n")
            .collect(Collectors.joining());
  }

  private static String canonicalQuery(Map<String, String> query) {
    return new TreeMap<>(query)
        .entrySet().stream()
            .map(part -> "\n" + part.getKey().toLowerCase(Locale.ROOT) + ":" + part.getValue())
            .collect(Collectors.joining());
  }

  private static String header(Map<String, String> headers, String name) {
    return Optional.ofNullable(headers.get(name)).orElse("");
  }

  private String signature(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256 is missing from this Java runtime", e);
    }
  }
}
