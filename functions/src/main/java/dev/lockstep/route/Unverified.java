package dev.lockstep.route;

/**
 * What the gateway may do instead of what {@link Behaviour#DOCUMENTED} assumes. Each constant is a
 * question that no documentation or recording answers; nothing here may decide alone whether a
 * write is safe.
 */
public enum Unverified {
  /**
   * Among rules without priority, multi-site listeners come before basic ones. "Application Gateway
   * listener configuration" said so of the v2 SKU until 2024 and of document order for v1; we
   * assume document order for both, in which a basic listener catches what comes after it.
   */
  MULTI_SITE_FIRST_WITHOUT_PRIORITY,

  /**
   * A client without SNI gets the certificate of the first HTTPS listener in rule order even where
   * there is a basic HTTPS listener. "Overview of TLS termination" names the basic listener's
   * certificate for that case, and rule order only for ports with nothing but multi-site listeners
   * (confirmed for those by MicrosoftDocs/azure-docs issues 70853 and 78209).
   */
  FIRST_RULE_ANSWERS_WITHOUT_SNI,

  /**
   * A listener that names the SNI exactly gives the certificate before any wildcard or basic
   * listener, whatever the rule order. We assume rule order, as for requests.
   */
  EXACT_SNI_FIRST,

  /**
   * An asterisk may stand for nothing: {@code shop*.contoso.com} matches {@code shop.contoso.com}.
   * "Application Gateway multi-site hosting" says that it matches "multiple characters".
   */
  ASTERISK_MATCHES_NOTHING,

  /**
   * A question mark does not match a period. The same page gives both wildcard characters the whole
   * allowed range, which contains the period.
   */
  QUESTION_MARK_STOPS_AT_PERIOD,

  /**
   * A rule with a priority may be added beside rules without. The service is known to refuse such
   * documents ({@code ApplicationGatewayRequestRoutingRulePartialPriorityDefined}); whether it does
   * so when it could fill in the missing numbers is not known.
   */
  PRIORITIES_MAY_BE_PARTIAL
}
