package dev.lockstep.app;

import dev.lockstep.model.Certificate;
import dev.lockstep.model.Reading;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultCertificate;
import dev.lockstep.port.Vault;
import java.util.List;
import java.util.function.Supplier;

/** Vaults whose clients are made by the first who needs them. */
record LazyVault(Supplier<Vault> vault) implements Vault {
  @Override
  public Reading<VaultCertificate> certificate(SecretId id) {
    return vault.get().certificate(id);
  }

  @Override
  public Reading<List<Certificate>> chain(SecretId id) {
    return vault.get().chain(id);
  }
}
