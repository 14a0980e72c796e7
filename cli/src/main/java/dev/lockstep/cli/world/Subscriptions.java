package dev.lockstep.cli.world;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.simulator.LocalAzure;
import dev.lockstep.simulator.eventgrid.AdvancedFilter;
import dev.lockstep.simulator.eventgrid.EventFilter;
import dev.lockstep.simulator.eventgrid.EventSchema;
import dev.lockstep.simulator.eventgrid.EventSubscription;
import dev.lockstep.simulator.eventgrid.ProvisioningState;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The Event Grid subscriptions of the function app, as infra/ makes them. */
public final class Subscriptions {
  private static final String[] VAULT_EVENTS = {
    "Microsoft.KeyVault.CertificateNewVersionCreated",
    "Microsoft.KeyVault.CertificateNearExpiry",
    "Microsoft.KeyVault.CertificateExpired",
    "Microsoft.KeyVault.SecretNewVersionCreated",
    "Microsoft.KeyVault.SecretNearExpiry",
    "Microsoft.KeyVault.SecretExpired"
  };

  private Subscriptions() {}

  /**
   * Makes both.
   *
   * @param ready fields of the host's ready file
   * @param told hears of each that was made
   * @throws IOException when the app does not answer the handshake
   */
  public static void make(LocalAzure azure, JsonNode ready, Consumer<String> told)
      throws IOException {
    URI webhook =
        URI.create(
            ready.path("functionsEndpoint").asText()
                + "/runtime/webhooks/eventgrid?functionName=event&code="
                + ready.at("/systemKeys/eventgrid_extension").asText());
    EventFilter resources =
        EventFilter.ALL.and(
            new AdvancedFilter(
                AdvancedFilter.Operator.StringIn, "data.operationName", Home.eventOperations()));
    EventFilter vaults = new EventFilter(Set.of(VAULT_EVENTS), "", "", false, List.of());
    List<EventSubscription> subscriptions =
        List.of(
            EventSubscription.of(
                "lockstep-resources", webhook, EventSchema.CLOUD_EVENTS, resources),
            EventSubscription.of("lockstep-vault", webhook, EventSchema.EVENT_GRID, vaults));
    for (EventSubscription subscription : subscriptions) {
      ProvisioningState state = azure.subscribe(subscription);
      if (state != ProvisioningState.Succeeded) {
        throw new IOException("the Event Grid handshake of " + subscription + " ended " + state);
      }
      told.accept(
          "Event Grid: subscription %s (%s), handshake answered"
              .formatted(subscription.name(), subscription.schema().wireName()));
    }
  }
}
