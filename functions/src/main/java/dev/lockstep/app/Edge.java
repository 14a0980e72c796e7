package dev.lockstep.app;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.port.StorageFailure;
import dev.lockstep.signal.InputProblem;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Where errors that nobody expected are met, alike for all functions: by name to the caller, in one
 * line to the log, never as a stack trace.
 */
public final class Edge {
  // 503 and not 500: Azure Monitor repeats a call for the one and not for the other (Microsoft
  // Learn,
  // action-groups, webhook retry).
  private static final InputProblem STORAGE =
      new InputProblem(
          "AzureWebJobsStorage",
          "did not take or give what was asked",
          "call again; if it stays so, check the identity's roles on the storage account");

  private Edge() {}

  /**
   * Does the work of a function that nobody waits for.
   *
   * @throws ConfigurationInvalid when the app cannot start; each problem is logged, and the host
   *     keeps the message or event
   */
  public static void work(Supplier<App> app, Consumer<App> work, Logger log) {
    App ready;
    try {
      ready = app.get();
    } catch (ConfigurationInvalid e) {
      logEach(e, log);
      throw e;
    }
    work.accept(ready);
  }

  /**
   * Answers a caller who has shown a key.
   *
   * @param runId names the invocation in the log and in the answer
   */
  public static Reply answer(
      Supplier<App> app, Function<App, Reply> work, String runId, Logger log) {
    try {
      return work.apply(app.get());
    } catch (ConfigurationInvalid e) {
      logEach(e, log);
      return Reply.problems(500, "configurationInvalid", e.problems());
    } catch (StorageFailure e) {
      log.severe(
          LogLine.of("storage unavailable")
              .with("run", runId)
              .with("error", e.getMessage())
              .toString());
      return Reply.problems(503, "storageUnavailable", List.of(STORAGE));
    } catch (RuntimeException e) {
      log.log(
          Level.SEVERE,
          () ->
              LogLine.of("internal error")
                  .with("run", runId)
                  .with("error", e)
                  .with("at", ours(e))
                  .toString());
      ObjectNode body = JsonNodeFactory.instance.objectNode();
      return Reply.json(500, body.put("error", "internal").put("runId", runId));
    }
  }

  /** Answers anybody: whether the app could start, and nothing else. */
  public static Reply liveness(Supplier<App> app) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    try {
      requireNonNull(app.get(), "app is null");
      return Reply.json(200, body.put("status", "ok"));
    } catch (RuntimeException e) {
      // Whoever may know why finds it in the log of any other function, and in their answers.
      return Reply.json(503, body.put("status", "unavailable"));
    }
  }

  /** The place in our code that a defect came through: enough to begin to look. */
  private static String ours(RuntimeException e) {
    return Arrays.stream(e.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith("dev.lockstep."))
        .findFirst()
        .map(StackTraceElement::toString)
        .orElse("-");
  }

  private static void logEach(ConfigurationInvalid invalid, Logger log) {
    for (InputProblem problem : invalid.problems()) {
      log.severe(
          LogLine.of("configuration invalid")
              .with("field", problem.field())
              .with("problem", problem.problem())
              .with("remedy", problem.remedy())
              .toString());
    }
  }
}
