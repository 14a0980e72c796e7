package dev.lockstep.config;

import java.net.URI;

/**
 * The addresses in use: those of the cloud, each part replaced where a setting says so.
 *
 * @param armEndpoint where Azure Resource Manager answers; no slash at the end
 * @param armAudience for whom ARM tokens are made; no slash at the end
 * @param authorityHost where tokens are asked for; no slash at the end
 * @param vaultSuffix domain of key vaults, without a dot at the beginning
 * @param storageSuffix domain of storage accounts, without a dot at the beginning; or address and
 *     port of an emulator
 */
public record CloudAddresses(
    URI armEndpoint,
    String armAudience,
    URI authorityHost,
    String vaultSuffix,
    String storageSuffix) {}
