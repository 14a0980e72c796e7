package dev.lockstep.simulator.host.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The classes of an app, in a plain URLClassLoader as in the genuine worker. */
public final class LoadedApp implements AutoCloseable {
  private final AppFolder folder;
  private final URLClassLoader loader;
  private final List<LoadedFunction> functions;

  private LoadedApp(AppFolder folder, URLClassLoader loader, List<LoadedFunction> functions) {
    this.folder = folder;
    this.loader = loader;
    this.functions = functions;
  }

  /**
   * Loads the classes of all functions.
   *
   * @throws AppException naming every function that cannot be loaded
   */
  public static LoadedApp load(AppFolder folder) {
    URLClassLoader loader =
        new URLClassLoader(
            "app", classPath(folder), new FunctionsApi(LoadedApp.class.getClassLoader()));
    List<LoadedFunction> functions = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (FunctionDefinition definition : folder.functions()) {
      try {
        functions.add(load(definition, loader));
      } catch (AppException e) {
        problems.add(e.getMessage());
      }
    }
    LoadedApp app = new LoadedApp(folder, loader, List.copyOf(functions));
    if (!problems.isEmpty()) {
      app.close();
      throw new AppException(String.join(System.lineSeparator(), problems));
    }
    return app;
  }

  private static LoadedFunction load(FunctionDefinition definition, ClassLoader loader) {
    String where = definition.className() + "." + definition.methodName();
    try {
      Class<?> type = Class.forName(definition.className(), false, loader);
      List<Method> entries =
          Arrays.stream(type.getMethods())
              .filter(method -> method.getName().equals(definition.methodName()))
              .filter(method -> !method.isBridge())
              .toList();
      if (entries.size() != 1) {
        throw new AppException(
            "function %s: %s must be exactly one public method, found %d"
                .formatted(definition.name(), where, entries.size()));
      }
      return new LoadedFunction(definition, type, entries.get(0));
    } catch (ClassNotFoundException | LinkageError e) {
      throw new AppException(
          "function %s: cannot load %s: %s".formatted(definition.name(), where, e), e);
    }
  }

  private static URL[] classPath(AppFolder folder) {
    Stream<Path> jars =
        Stream.concat(
            folder.functions().stream().map(FunctionDefinition::jar).distinct(),
            libraries(folder.root().resolve("lib")).stream());
    return jars.map(LoadedApp::url).toArray(URL[]::new);
  }

  private static List<Path> libraries(Path lib) {
    if (!Files.isDirectory(lib)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(lib)) {
      return children.filter(child -> child.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new AppException("cannot read " + lib + ": " + e.getMessage(), e);
    }
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (IOException e) {
      throw new AppException("no usable path: " + jar, e);
    }
  }

  /** The folder the app came from. */
  public AppFolder folder() {
    return folder;
  }

  /** All functions in order of name. */
  public List<LoadedFunction> functions() {
    return functions;
  }

  /** The function of that name, compared without case as in Azure. */
  public Optional<LoadedFunction> function(String name) {
    return functions.stream().filter(f -> f.name().equalsIgnoreCase(name)).findFirst();
  }

  @Override
  public void close() {
    try {
      loader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
