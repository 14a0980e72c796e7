package dev.lockstep.simulator.host.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A staged app folder: host.json and one folder with a function.json per function. */
public record AppFolder(Path root, HostJson host, List<FunctionDefinition> functions) {

  public AppFolder {
    functions = List.copyOf(functions);
  }

  /**
   * Reads the folder.
   *
   * @throws AppException naming every problem at once
   */
  public static AppFolder read(Path root, Settings settings) {
    HostJson host = HostJson.read(root.resolve("host.json"));
    List<FunctionDefinition> functions = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Path folder : functionFolders(root)) {
      if (!disabled(folder, settings)) {
        try {
          functions.add(FunctionJson.read(folder, settings));
        } catch (AppException e) {
          problems.add(e.getMessage());
        }
      }
    }
    if (functions.isEmpty() && problems.isEmpty()) {
      problems.add("no function in " + root + ": build the app first, so that it is staged");
    }
    if (!problems.isEmpty()) {
      throw new AppException(String.join(System.lineSeparator(), problems));
    }
    return new AppFolder(root, host, functions);
  }

  private static List<Path> functionFolders(Path root) {
    try (Stream<Path> children = Files.list(root)) {
      return children
          .filter(child -> Files.isRegularFile(child.resolve("function.json")))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new AppException("cannot read " + root + ": " + e.getMessage(), e);
    }
  }

  /** The setting with which Azure switches one function off. */
  private static boolean disabled(Path folder, Settings settings) {
    return settings
        .find("AzureWebJobs." + folder.getFileName() + ".Disabled")
        .filter(value -> value.equalsIgnoreCase("true") || value.equals("1"))
        .isPresent();
  }
}
