package dev.lockstep.simulator.host;

import dev.lockstep.simulator.host.app.AppException;
import dev.lockstep.simulator.host.app.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Starts the local Functions host: {@code --app DIR [--port N] [--ready-file F]
 * [--stop-on-stdin-eof] [--message-hidden PT10M]}. App settings are the environment. Stops on
 * SIGTERM; exit status 1 and the reasons on standard error if the app cannot be served.
 */
public final class HostMain {
  /** Held here, for java.util.logging forgets loggers that nobody holds. */
  private static final List<Logger> SERVER_LOGGERS =
      Stream.of("io.undertow", "org.xnio", "org.jboss").map(Logger::getLogger).toList();

  private HostMain() {}

  public static void main(String[] arguments) throws IOException {
    // Undertow logs through JBoss Logging to java.util.logging: only what goes wrong is of
    // interest.
    System.setProperty("org.jboss.logging.provider", "jdk");
    SERVER_LOGGERS.forEach(logger -> logger.setLevel(Level.WARNING));
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
            options.timing(),
            System.out);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(host), "shutdown"));
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

  private static void stop(FunctionsHost host) {
    System.out.println("Functions host stops: it finishes what is in work");
    host.close();
    System.out.println("Functions host has stopped");
  }
}
