package dev.lockstep.simulator.keyvault;

import java.time.Instant;
import java.util.Optional;

/**
 * The newest version of a certificate in a vault.
 *
 * @param vault vault name
 * @param name certificate name, which is also the name of its secret
 * @param version version of the newest one, 32 hexadecimal digits
 * @param subject distinguished name, such as {@code CN=api.contoso.com}
 * @param notBefore first instant of validity
 * @param expires last instant of validity
 * @param root base64 of the root that signed it when that is a private one; empty for a root that
 *     every client knows
 */
public record VaultCertificate(
    String vault,
    String name,
    String version,
    String subject,
    Instant notBefore,
    Instant expires,
    Optional<String> root) {}
