package dev.lockstep.cli.certs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is to be written, all of it or nothing when a file is in the way. */
final class Folder {
  private final Path path;
  private final Map<String, byte[]> files = new TreeMap<>();
  private final Set<String> secrets = new TreeSet<>();

  Folder(Path path) {
    this.path = path;
  }

  Path path() {
    return path;
  }

  void put(String name, byte[] content) {
    files.put(name, content);
  }

  /** A file that its owner alone may read. */
  void putSecret(String name, byte[] content) {
    put(name, content);
    secrets.add(name);
  }

  Set<String> names() {
    return files.keySet();
  }

  void write(boolean force) throws CertsProblem {
    List<String> there =
        files.keySet().stream().filter(name -> Files.exists(path.resolve(name))).toList();
    if (!there.isEmpty() && !force) {
      throw new CertsProblem(
          "%s already holds %s; choose another folder, or replace them with --force"
              .formatted(path, String.join(", ", there)));
    }
    try {
      if (!Files.isDirectory(path)) {
        Files.createDirectories(path);
        // A folder of keys must not slip into a repository.
        put(".gitignore", "*\n".getBytes(StandardCharsets.US_ASCII));
      }
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        write(path.resolve(file.getKey()), file.getValue(), secrets.contains(file.getKey()));
      }
    } catch (IOException unwritable) {
      throw new CertsProblem(
          "cannot write to %s: %s".formatted(path, unwritable.getMessage()), unwritable);
    }
  }

  // The rights are set before the content is there. Windows gives the rights of the folder.
  private static void write(Path file, byte[] content, boolean secret) throws IOException {
    Files.deleteIfExists(file);
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    Files.createFile(
        file,
        secret && posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0]);
    Files.write(file, content);
  }
}
