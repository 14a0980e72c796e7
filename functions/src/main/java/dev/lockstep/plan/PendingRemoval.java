package dev.lockstep.plan;

import dev.lockstep.model.HostName;
import dev.lockstep.model.ResourceId;
import java.time.Instant;

/**
 * A host name that the service no longer lists, but that has not been gone for long enough.
 *
 * @param service the service that listed it
 * @param host the host name
 * @param firstMissing when a complete read first lacked it
 * @param dueAt the earliest time at which a complete read may remove it
 */
public record PendingRemoval(
    ResourceId service, HostName host, Instant firstMissing, Instant dueAt) {}
