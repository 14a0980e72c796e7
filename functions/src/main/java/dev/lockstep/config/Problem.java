package dev.lockstep.config;

/**
 * One thing that is wrong with the configuration.
 *
 * @param path where, such as {@code bindings[0].endpoints.Proxy.probePath} or a setting's name
 * @param message what is wrong; never the content of a secret
 * @param remedy what would be right
 */
public record Problem(String path, String message, String remedy) {
  @Override
  public String toString() {
    return path + ": " + message + "; " + remedy;
  }
}
