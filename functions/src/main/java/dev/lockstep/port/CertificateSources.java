package dev.lockstep.port;

import dev.lockstep.model.Certificate;
import java.util.List;
import java.util.function.Supplier;

/**
 * Where certificates are looked at.
 *
 * @param vault key vaults
 * @param tls services and listeners
 * @param text trust bundles in blobs
 * @param publicRoots the roots that every gateway knows; asked for once
 */
public record CertificateSources(
    Vault vault, TlsLook tls, TrustText text, Supplier<List<Certificate>> publicRoots) {}
