package dev.lockstep.simulator.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.json.Json;
import java.time.Instant;
import java.util.Optional;

/**
 * One ARM request as the audit keeps it. Hashes are given for requests that can change something;
 * they cover what was written and leave out what the service computes.
 *
 * @param time when it was answered
 * @param principal object id of the caller; empty without a valid token
 * @param principalName name of the caller
 * @param method HTTP method
 * @param path path without host and query
 * @param apiVersion api-version of the query
 * @param ifMatch If-Match header
 * @param ifNoneMatch If-None-Match header
 * @param status HTTP status of the answer; 0 when the connection was cut before the request was
 *     looked at
 * @param resource id of the resource in lower case
 * @param hashBefore hash of the document before the request; empty when it did not exist
 * @param hashAfter hash of the document after it; empty when it does not exist
 * @param foreignHashBefore for gateways: hash of all that Lockstep did not introduce, before
 * @param foreignHashAfter the same, after
 * @param operationId operation that the request started
 * @param fault what went wrong on purpose: names and numbers of the faults
 */
public record AuditEntry(
    Instant time,
    String principal,
    String principalName,
    String method,
    String path,
    Optional<String> apiVersion,
    Optional<String> ifMatch,
    Optional<String> ifNoneMatch,
    int status,
    String resource,
    Optional<String> hashBefore,
    Optional<String> hashAfter,
    Optional<String> foreignHashBefore,
    Optional<String> foreignHashAfter,
    Optional<String> operationId,
    Optional<String> fault) {

  /** Whether the request was a write that was taken. */
  public boolean wrote() {
    return status >= 200
        && status < 300
        && (method.equals("PUT") || method.equals("PATCH") || method.equals("DELETE"));
  }

  /** The line of the audit file; fields without a value are left out. */
  public ObjectNode toJson() {
    ObjectNode line = Json.object();
    line.put("time", time.toString());
    line.put("principal", principal);
    line.put("principalName", principalName);
    line.put("method", method);
    line.put("path", path);
    apiVersion.ifPresent(value -> line.put("apiVersion", value));
    ifMatch.ifPresent(value -> line.put("ifMatch", value));
    ifNoneMatch.ifPresent(value -> line.put("ifNoneMatch", value));
    line.put("status", status);
    line.put("resource", resource);
    hashBefore.ifPresent(value -> line.put("hashBefore", value));
    hashAfter.ifPresent(value -> line.put("hashAfter", value));
    foreignHashBefore.ifPresent(value -> line.put("foreignHashBefore", value));
    foreignHashAfter.ifPresent(value -> line.put("foreignHashAfter", value));
    operationId.ifPresent(value -> line.put("operationId", value));
    fault.ifPresent(value -> line.put("fault", value));
    return line;
  }
}
