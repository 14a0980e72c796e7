package dev.lockstep.simulator.host.queue;

import java.util.Map;

/** Puts the Authorization on a request to the storage account. */
interface StorageAuth {

  /**
   * The value of the Authorization header.
   *
   * @param headers to be sent, names in lower case
   * @param query decoded parameters
   */
  String authorization(
      String method, Map<String, String> headers, String rawPath, Map<String, String> query);
}
