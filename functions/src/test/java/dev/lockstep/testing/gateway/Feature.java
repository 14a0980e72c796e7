package dev.lockstep.testing.gateway;

/**
 * What a gateway may have besides listeners, rules and pools. What is absent is not in the JSON.
 */
public enum Feature {
  /** {@code trustedClientCertificates} and {@code sslProfiles}, referenced by HTTPS listeners. */
  MUTUAL_TLS,
  /** A policy by reference at the gateway, at listeners and at path rules. */
  WAF_POLICY,
  /** {@code webApplicationFirewallConfiguration} with an old rule set. */
  WAF_INLINE,
  /** {@code rewriteRuleSets}, referenced by rules and path rules. */
  REWRITES,
  /** {@code privateLinkConfigurations}, referenced by the public frontend. */
  PRIVATE_LINK,
  /** {@code loadDistributionPolicies}, referenced by rules. */
  LOAD_DISTRIBUTION,
  /** {@code backendSettingsCollection}, {@code listeners} and {@code routingRules}. */
  TCP_PROXY,
  /** {@code authenticationCertificates}, as gateways moved from v1 still have them. */
  V1_LEFTOVERS,
  /** {@code trustedRootCertificates}, by upload and by vault, referenced by settings. */
  PRIVATE_ROOTS,
  /** {@code probes}, referenced by settings. */
  PROBES,
  /** {@code customErrorConfigurations} of gateway and listeners, {@code globalConfiguration}. */
  ERROR_PAGES,
  /** Collections that are empty are listed as {@code []}, as newer versions do. */
  EMPTY_LISTED,
  /** {@code etag}, {@code type}, {@code provisioningState} and back references, as a GET adds. */
  READ_ONLY_PARTS,
  /** Ids in odd letter case. */
  ODD_CASE,
  /** Properties that no version of this product knows, at every depth. */
  UNKNOWN_PROPERTIES
}
