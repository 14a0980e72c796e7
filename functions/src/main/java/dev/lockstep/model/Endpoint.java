package dev.lockstep.model;

import java.util.Optional;

/**
 * One host name of an API Management service.
 *
 * @param type which of the service's endpoints answers there
 * @param host the host name
 * @param secretId the Key Vault secret of its certificate, as the service names it; empty for an
 *     upload, a managed or the built-in certificate
 * @param certificateSource {@code Managed}, {@code KeyVault}, {@code Custom} or {@code BuiltIn};
 *     older services leave it out
 * @param builtIn whether this is the default name {@code <service>.azure-api.net}
 * @param negotiateClientCertificate whether the service asks clients for a certificate
 * @param defaultSslBinding whether its certificate answers clients without SNI
 */
public record Endpoint(
    EndpointType type,
    HostName host,
    Optional<String> secretId,
    Optional<String> certificateSource,
    boolean builtIn,
    boolean negotiateClientCertificate,
    boolean defaultSslBinding) {}
