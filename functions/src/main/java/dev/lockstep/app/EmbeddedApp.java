package dev.lockstep.app;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.lockstep.azure.BlobText;
import dev.lockstep.port.RunLog;
import dev.lockstep.reconcile.Brain;
import dev.lockstep.reconcile.Ports;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The whole app on ports that somebody else makes, such as those of a simulated world. */
public final class EmbeddedApp {
  private EmbeddedApp() {}

  /**
   * The app. Its status shows nothing of the network.
   *
   * @param environment the app settings
   * @param ports makes the ports; it is given the log that the app's runs write to
   * @param brain changes the pure parts; the identity for the product's own
   * @throws ConfigurationInvalid when the settings do not allow it
   */
  public static App of(
      Map<String, String> environment, Function<RunLog, Ports> ports, UnaryOperator<Brain> brain) {
    InvocationLog log = new InvocationLog();
    Startup startup =
        Startup.read(
            environment,
            (settings, blob) ->
                new BlobText.Unread("cannot be read here", "give the bindings inline"));
    return Composition.of(
        startup, ports.apply(log), gateway -> MissingNode.getInstance(), log, brain);
  }
}
