package dev.lockstep.desire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.HostName;
import dev.lockstep.model.ResourceId;
import java.util.Optional;

/**
 * A gateway element that is wanted.
 *
 * @param key its key
 * @param properties the properties that we set; {@code null} demands that one is absent. What is
 *     not named here is not ours to judge
 * @param host the host name it is for; empty when several share it
 * @param service the service it is for
 * @param binding name of the binding that wants it
 */
public record WantedElement(
    ElementKey key,
    ObjectNode properties,
    Optional<HostName> host,
    ResourceId service,
    String binding) {}
