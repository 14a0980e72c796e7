package dev.lockstep.simulator.host;

import dev.lockstep.simulator.host.app.AppException;
import dev.lockstep.simulator.host.app.Settings;
import dev.lockstep.simulator.host.queue.MessageTiming;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Starts the local Functions host: {@code --app DIR [--port N] [--ready-file F]
 * [--stop-on-stdin-eof]}. App settings are the environment. Stops on SIGTERM; exit status 1 and the
 * reasons on standard error if the app cannot be served.
 */
public final class HostMain {
  private HostMain() {}

  public static void main(String[] arguments) throws IOException {
    // Undertow logs through JBoss Logging to java.util.logging: only what goes wrong is of
    // interest.
    System.setProperty("org.jboss.logging.provider", "jdk");
    try {
      run(HostOptions.parse(arguments));
    } catch (AppException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static void run(HostOptions options) throws IOException {
    FunctionsHost host =
        FunctionsHost.start(
            options.app(),
            options.port(),
            new Settings(System.getenv()),
            MessageTiming.HOST,
            System.out);
    Runtime.getRuntime().addShutdownHook(new Thread(host::close, "shutdown"));
    if (options.readyFile().isPresent()) {
      ReadyFile.write(options.readyFile().get(), host.ready());
    }
    System.out.println("Functions host serves " + options.app() + " on " + host.endpoint());
    if (options.stopOnStdinEof()) {
      try (InputStream in = System.in) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      System.exit(0);
    }
  }
}
