package dev.lockstep.simulator.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.simulator.arm.ExchangeLog;
import dev.lockstep.simulator.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the log of a simulator in another process says about its truth, by the same comparison and
 * the same list of deviations as {@link ConformanceWitness}.
 *
 * @param count how many exchanges were compared
 * @param operations ids of the specified operations that took part
 * @param found what broke the specification
 */
public record LoggedExchanges(int count, Set<String> operations, Set<String> found) {

  /**
   * Compares all lines of an {@link ExchangeLog}.
   *
   * @throws IOException when there is no log, or a line is no JSON
   */
  public static LoggedExchanges read(Path log) throws IOException {
    Specification specification = Specification.load();
    Deviations deviations = Deviations.load(specification);
    Conformance conformance = new Conformance(specification);
    Set<String> operations = new TreeSet<>();
    Set<String> found = new LinkedHashSet<>();
    int count = 0;
    for (String line : Files.readAllLines(log, StandardCharsets.UTF_8)) {
      JsonNode json = Json.parse(line.getBytes(StandardCharsets.UTF_8));
      Exchange exchange = Exchange.logged(json);
      count++;
      Optional<Operation> operation = specification.operation(exchange.method(), exchange.path());
      operation.map(Operation::id).ifPresent(operations::add);
      conformance.check(exchange).stream()
          .filter(violation -> !deviations.covers(violation))
          .map(violation -> exchange.method() + " " + exchange.path() + ": " + violation)
          .forEach(found::add);
    }
    return new LoggedExchanges(count, operations, found);
  }
}
