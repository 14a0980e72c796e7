package dev.lockstep.infra;

import static dev.lockstep.infra.InfraFiles.all;
import static dev.lockstep.infra.InfraFiles.json;
import static dev.lockstep.infra.InfraFiles.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a Bicep compiler would refuse and text can show: files that are not there, parameters that a
 * module does not have, parameters that it needs and does not get, outputs that nobody declares.
 */
final class BicepReferencesTest {
  private static final Pattern CALL =
      Pattern.compile(
          "^module (?<symbol>\\w+) '(?<path>[^']+)'.*?^(?<indent> +)params: \\{\\n(?<body>.*?)^\\k<indent>\\}$",
          Pattern.MULTILINE | Pattern.DOTALL);

  /**
   * One use of a module: who uses it, under which symbol, and the names of the parameters given.
   */
  record Call(String caller, String symbol, String module, Set<String> given) {}

  @ParameterizedTest
  @MethodSource("loadedFiles")
  void loadedFileExistsAndHoldsSomething(String file) {
    assertThat(json(file).isEmpty()).isFalse();
  }

  @Test
  void everyModuleIsCalledAndEveryCallIsSeen() {
    String everything = String.join("\n", files().map(InfraFiles::text).toList());

    assertThat(calls()).hasSameSizeAs(all("^module (\\w+) ", everything));
    assertThat(calls().map(Call::module))
        .containsAll(files().filter(file -> file.contains("/modules/")).toList());
  }

  @ParameterizedTest
  @MethodSource("calls")
  void moduleGetsTheParametersThatItDeclares(Call call) {
    assertThat(call.given())
        .isSubsetOf(declared(call.module()))
        .containsAll(required(call.module()));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void outputsThatTheCallerReadsAreDeclared(Call call) {
    List<String> read = all("\\b" + call.symbol() + "!?\\.outputs\\.(\\w+)", text(call.caller()));

    assertThat(all("^output (\\w+) ", text(call.module()))).containsAll(read);
  }

  @Test
  void parameterFileFitsTheTemplate() {
    Set<String> given = new TreeSet<>();
    json("infra/main.parameters.json").path("parameters").fieldNames().forEachRemaining(given::add);

    assertThat(given)
        .isSubsetOf(declared("infra/main.bicep"))
        .containsAll(required("infra/main.bicep"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyDeclaredParameterAndVariableIsUsed(String file) {
    String text = text(file);

    assertThat(all("^(?:param|var) (\\w+) ", text))
        .allSatisfy(name -> assertThat(all("\\b(" + name + ")\\b", text)).hasSizeGreaterThan(1));
  }

  static Stream<String> files() {
    return InfraFiles.bicepFiles().stream();
  }

  static Stream<String> loadedFiles() {
    return files()
        .flatMap(
            file ->
                all("loadJsonContent\\('([^']+)'\\)", text(file)).stream()
                    .map(loaded -> folder(file) + loaded));
  }

  static Stream<Call> calls() {
    return files()
        .flatMap(
            file ->
                CALL.matcher(text(file))
                    .results()
                    .map(
                        match ->
                            new Call(
                                file,
                                match.group(1),
                                folder(file) + match.group(2),
                                keys(match.group(4)))));
  }

  /** The keys of the first level of an object, whose depth its first line shows. */
  private static Set<String> keys(String body) {
    String indent = body.substring(0, body.length() - body.stripLeading().length());
    return new TreeSet<>(all("^" + indent + "(\\w+):", body));
  }

  private static List<String> declared(String file) {
    return all("^param (\\w+) ", text(file));
  }

  private static List<String> required(String file) {
    return all("^param (\\w+) \\w+$", text(file));
  }

  private static String folder(String file) {
    return file.substring(0, file.lastIndexOf('/') + 1);
  }
}
