package dev.lockstep.simulator.host;

import dev.lockstep.simulator.host.queue.MessageTiming;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a host process is started.
 *
 * @param app the staged app folder
 * @param port 0 is any free one
 * @param classPath of the host itself; the app brings its own
 * @param jvmOptions more options, such as a trust store
 * @param messageHidden how long a queue message is hidden while it is worked on; the real host's
 *     ten minutes, unless a test of killed hosts cannot wait that long
 * @param settings the app settings; nothing else of this process's environment reaches the app but
 *     what a process needs to run
 */
public record HostLaunch(
    Path app,
    int port,
    List<Path> classPath,
    List<String> jvmOptions,
    Duration messageHidden,
    Map<String, String> settings) {

  /** What the Functions worker gives its JVM (Microsoft Learn, "Java developer guide"). */
  private static final List<String> WORKER_OPTIONS =
      List.of("-XX:+TieredCompilation", "-XX:TieredStopAtLevel=1");

  private static final List<String> INHERITED =
      List.of("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR", "TEMP", "SystemRoot");

  public HostLaunch {
    classPath = List.copyOf(classPath);
    jvmOptions = List.copyOf(jvmOptions);
    settings = Map.copyOf(settings);
  }

  /** A host on a free port with this process's own class path. */
  public static HostLaunch of(Path app, Map<String, String> settings) {
    List<Path> classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toList();
    return new HostLaunch(app, 0, classPath, List.of(), MessageTiming.HOST.hidden(), settings);
  }

  /** The same launch, trusting the certificate authorities of a PKCS #12 file only. */
  public HostLaunch trusting(Path trustStore, String password) {
    List<String> options = new ArrayList<>(jvmOptions);
    options.add("-Djavax.net.ssl.trustStore=" + trustStore);
    options.add("-Djavax.net.ssl.trustStorePassword=" + password);
    return new HostLaunch(app, port, classPath, options, messageHidden, settings);
  }

  /** The same launch with another class path for the host. */
  public HostLaunch withClassPath(List<Path> other) {
    return new HostLaunch(app, port, other, jvmOptions, messageHidden, settings);
  }

  /** The same launch on a port of choice. */
  public HostLaunch onPort(int other) {
    return new HostLaunch(app, other, classPath, jvmOptions, messageHidden, settings);
  }

  /** The same launch, hiding a message from other hosts for that long while it is worked on. */
  public HostLaunch hidingMessagesFor(Duration other) {
    return new HostLaunch(app, port, classPath, jvmOptions, other, settings);
  }

  ProcessBuilder builder(Path readyFile) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(WORKER_OPTIONS);
    command.addAll(jvmOptions);
    command.add("-cp");
    command.add(String.join(File.pathSeparator, classPath.stream().map(Path::toString).toList()));
    command.add(HostMain.class.getName());
    command.addAll(List.of("--app", app.toString(), "--port", "" + port));
    command.addAll(List.of("--ready-file", readyFile.toString(), "--stop-on-stdin-eof"));
    command.addAll(List.of("--message-hidden", messageHidden.toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.clear();
    INHERITED.forEach(
        name ->
            Optional.ofNullable(System.getenv(name))
                .ifPresent(value -> environment.put(name, value)));
    environment.putAll(settings);
    return builder;
  }

  /** Settings hold keys: they are never printed. */
  @Override
  public String toString() {
    return "HostLaunch[" + app + ", settings " + settings.keySet() + "]";
  }
}
