package dev.lockstep.simulator.host;

import dev.lockstep.simulator.host.app.AppException;
import dev.lockstep.simulator.host.queue.MessageTiming;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The command line of the host.
 *
 * @param app the staged app folder
 * @param port 0 is any free one
 * @param readyFile written once the host serves
 * @param stopOnStdinEof whether the end of standard input stops the host
 * @param timing how long a queue message is hidden while it is worked on
 */
record HostOptions(
    Path app, int port, Optional<Path> readyFile, boolean stopOnStdinEof, MessageTiming timing) {
  private static final String USAGE =
      "usage: HostMain --app DIR [--port N] [--ready-file F] [--stop-on-stdin-eof] [--message-hidden PT10M]";

  static HostOptions parse(String[] arguments) {
    Deque<String> rest = new ArrayDeque<>(List.of(arguments));
    Optional<Path> app = Optional.empty();
    Optional<Path> readyFile = Optional.empty();
    int port = 0;
    boolean stopOnStdinEof = false;
    MessageTiming timing = MessageTiming.HOST;
    while (!rest.isEmpty()) {
      String option = rest.pop();
      switch (option) {
        case "--app" -> app = Optional.of(Path.of(value(option, rest)));
        case "--ready-file" -> readyFile = Optional.of(Path.of(value(option, rest)));
        case "--port" -> port = port(value(option, rest));
        case "--stop-on-stdin-eof" -> stopOnStdinEof = true;
        case "--message-hidden" -> timing = timing(value(option, rest));
        default -> throw new AppException("unknown option " + option + "; " + USAGE);
      }
    }
    Path folder = app.orElseThrow(() -> new AppException("--app is missing; " + USAGE));
    return new HostOptions(folder, port, readyFile, stopOnStdinEof, timing);
  }

  private static String value(String option, Deque<String> rest) {
    if (rest.isEmpty()) {
      throw new AppException(option + " needs a value; " + USAGE);
    }
    return rest.pop();
  }

  private static MessageTiming timing(String text) {
    String rule = "--message-hidden must be an ISO 8601 duration of a second or more, not " + text;
    try {
      Duration hidden = Duration.parse(text);
      if (hidden.compareTo(Duration.ofSeconds(1)) >= 0) {
        return new MessageTiming(hidden);
      }
    } catch (DateTimeParseException e) {
      throw new AppException(rule, e);
    }
    throw new AppException(rule);
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException e) {
      throw new AppException("--port must be a number from 0 to 65535, not " + text, e);
    }
    throw new AppException("--port must be a number from 0 to 65535, not " + text);
  }
}
