package dev.lockstep.reconcile.error;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Answers with status 409 that no other writer is the cause of, and that stay until a person acts.
 * Codes: Microsoft Learn, cost-management-billing/manage/subscription-states, and
 * azure-resource-manager/troubleshooting/error-register-resource-provider (status 409:
 * dotnet/core#3276).
 */
public final class StandingConflict {
  private static final Map<String, String> REMEDIES =
      new TreeMap<>(
          Map.of(
              "ReadOnlyDisabledSubscription",
              "The subscription is disabled and can only be read: its owner enables it again in the"
                  + " portal, under Subscriptions; az account list --all --query"
                  + " \"[].{name:name,state:state}\" shows which one.",
              "MissingSubscriptionRegistration",
              "Register the resource provider that the answer names in the subscription of the"
                  + " resource: az provider register --namespace Microsoft.Network.",
              "ResourceGroupBeingDeleted",
              "The resource group is being deleted, and all in it. Take the binding out of the"
                  + " configuration, or point it to a gateway that stays."));

  private StandingConflict() {}

  /** What a person can do about it; empty when the error is none of these. */
  static Optional<String> remedy(ArmError error) {
    return REMEDIES.entrySet().stream()
        .filter(entry -> error.has(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Whether a verdict's reason names one of these. */
  public static boolean isNamedIn(String reason) {
    return REMEDIES.keySet().stream().anyMatch(reason::contains);
  }
}
