package dev.lockstep.port;

import dev.lockstep.model.Certificate;
import dev.lockstep.model.Reading;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultCertificate;
import java.util.List;

/** Certificates in key vaults. Never throws for anything that a vault or the network does. */
public interface Vault {
  /** The public part of the version that the id names; of the newest one when it names none. */
  Reading<VaultCertificate> certificate(SecretId id);

  /**
   * The certificates in the secret behind a certificate. The secret holds the private key too,
   * which is never parsed. Only for bindings that allow it.
   */
  Reading<List<Certificate>> chain(SecretId id);
}
