package dev.lockstep.azure.event;

import com.azure.messaging.eventgrid.SystemEventNames;
import dev.lockstep.model.ResourceId;
import dev.lockstep.signal.GatewayWrite;
import dev.lockstep.signal.Notice;
import dev.lockstep.signal.VaultObject;
import dev.lockstep.signal.Writer;
import java.util.Optional;
import java.util.stream.Stream;

/** What the payload of a system event says, whichever of the publishers it comes from. */
final class NoticeReader {
  private static final String OBJECT_ID =
      "http://schemas.microsoft.com/identity/claims/objectidentifier";
  // The constant that names a vault's event gives the family, so that it cannot be mistyped.
  private static final String KEY_VAULT =
      SystemEventNames.KEY_VAULT_VAULT_ACCESS_POLICY_CHANGED.substring(
          0, SystemEventNames.KEY_VAULT_VAULT_ACCESS_POLICY_CHANGED.lastIndexOf('.') + 1);

  private NoticeReader() {}

  static Notice read(Envelope event) {
    LooseFields data = new LooseFields(event.data());
    boolean ofVault = event.type().regionMatches(true, 0, KEY_VAULT, 0, KEY_VAULT.length());
    Optional<String> operation =
        data.text("operationName").or(() -> data.inside("authorization").text("action"));
    return new Notice(
        event.type(),
        operation,
        resource(event, data),
        ofVault ? vaultObject(event, data) : Optional.empty(),
        actor(data),
        Optional.of(event.id()),
        event.time(),
        Optional.empty(),
        GatewayWrite.of(
            event.type(),
            operation,
            writer(data),
            event.time(),
            data.text("correlationId").orElse(event.id())));
  }

  private static Optional<ResourceId> resource(Envelope event, LooseFields data) {
    LooseFields info = data.inside("resourceInfo");
    return Stream.of(
            data.text("resourceUri"),
            info.inside("properties").text("targetResourceId"),
            info.text("id"),
            Optional.of(event.subject().strip()))
        .flatMap(Optional::stream)
        .flatMap(text -> ResourceId.tryParse(text).stream())
        .findFirst();
  }

  private static Optional<VaultObject> vaultObject(Envelope event, LooseFields data) {
    Optional<VaultObject> named = data.text("Id").flatMap(VaultObject::fromId);
    Optional<String> name =
        data.text("ObjectName")
            .or(() -> named.flatMap(VaultObject::name))
            .or(() -> Optional.of(event.subject()).filter(text -> !text.isBlank()));
    return data.text("VaultName")
        .or(() -> named.map(VaultObject::vault))
        .map(vault -> new VaultObject(vault, name));
  }

  private static Writer writer(LooseFields data) {
    LooseFields claims = data.inside("claims");
    return new Writer(
        claims.text("appid"),
        claims
            .text(OBJECT_ID)
            .or(() -> data.inside("authorization").inside("evidence").text("principalId")));
  }

  /** The application before the person: it is what tells our own writes from those of others. */
  private static Optional<String> actor(LooseFields data) {
    LooseFields claims = data.inside("claims");
    return claims
        .text("appid")
        .or(() -> claims.text(OBJECT_ID))
        .or(() -> data.inside("authorization").inside("evidence").text("principalId"));
  }
}
