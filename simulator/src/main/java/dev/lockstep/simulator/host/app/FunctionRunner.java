package dev.lockstep.simulator.host.app;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls functions: a new instance per invocation, on a thread of its own whose context class loader
 * is the app's, within the function time-out. The caller waits.
 *
 * <p>The real host restarts the worker after a time-out; here the thread is interrupted and the
 * invocation counts as failed.
 */
public final class FunctionRunner {
  private final ExecutorService threads;
  private final Duration timeout;
  private final HostLog log;

  public FunctionRunner(ExecutorService threads, Duration timeout, HostLog log) {
    this.threads = requireNonNull(threads, "threads is null");
    this.timeout = requireNonNull(timeout, "timeout is null");
    this.log = requireNonNull(log, "log is null");
  }

  /** Runs a function once and tells how it ended; never throws what the function throws. */
  public Outcome run(LoadedFunction function, TriggerInput input) {
    String id = UUID.randomUUID().toString();
    log.line("Information", function.name(), id, "Executing (" + input.reason() + ")");
    long start = System.nanoTime();
    Outcome outcome = attempt(function, input, id);
    long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
    if (outcome instanceof Outcome.Failed failed) {
      String why = HostLog.describe(failed.cause());
      log.line("Error", function.name(), id, "Executed (Failed, " + millis + " ms) " + why);
    } else {
      log.line("Information", function.name(), id, "Executed (Succeeded, " + millis + " ms)");
    }
    return outcome;
  }

  private Outcome attempt(LoadedFunction function, TriggerInput input, String id) {
    FutureTask<Optional<Object>> task = new FutureTask<>(() -> call(function, input, id));
    try {
      threads.execute(task);
      return new Outcome.Succeeded(task.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      return new Outcome.Failed(e.getCause());
    } catch (TimeoutException e) {
      task.cancel(true);
      String text = "function " + function.name() + " exceeded functionTimeout " + timeout;
      return new Outcome.Failed(new TimeoutException(text));
    } catch (RejectedExecutionException e) {
      return new Outcome.Failed(e);
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      return new Outcome.Failed(e);
    }
  }

  private Optional<Object> call(LoadedFunction function, TriggerInput input, String id)
      throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(function.type().getClassLoader());
    try {
      InvocationContext context = new InvocationContext(function.name(), id, log);
      Object[] arguments = new Binder(input, context).arguments(function);
      Object instance = function.type().getConstructor().newInstance();
      return Optional.ofNullable(function.method().invoke(instance, arguments));
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
