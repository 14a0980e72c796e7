package dev.lockstep.simulator.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.fault.FaultBook;
import dev.lockstep.simulator.fault.FaultReader;
import dev.lockstep.simulator.fault.FaultView;
import dev.lockstep.simulator.json.Json;
import java.util.List;

/** Lets things go wrong, and stops it. */
final class FaultRoutes {
  private final FaultBook book;

  FaultRoutes(ControlParts parts) {
    this.book = parts.faults();
  }

  List<ControlRoute> routes() {
    return List.of(
        new ControlRoute(
            "GET", "/faults", "Shows the faults, and how often each struck.", call -> all(200)),
        new ControlRoute(
            "POST",
            "/faults",
            "Adds a fault: on, do, and how often (next, skip, probability); see the documentation.",
            this::add),
        new ControlRoute(
            "DELETE",
            "/faults",
            "Removes every fault.",
            call -> {
              book.clear();
              return all(200);
            }),
        new ControlRoute("DELETE", "/faults/{id}", "Removes a fault.", this::remove));
  }

  private ArmResponse add(ControlCall call) {
    FaultReader.Result result = FaultReader.read(call.body());
    if (result instanceof FaultReader.Result.Bad bad) {
      throw new BadInput(
          400,
          bad.problems().stream()
              .map(problem -> new BadInput.Problem(problem.field(), problem.remedy()))
              .toList());
    }
    int number = book.add(((FaultReader.Result.Good) result).rule());
    return book.standing().stream()
        .filter(standing -> standing.number() == number)
        .map(standing -> ArmResponse.of(201, FaultView.of(standing)))
        .findFirst()
        .orElseGet(() -> all(201));
  }

  private ArmResponse remove(ControlCall call) {
    String id = call.name("id");
    if (!id.matches("\\d{1,9}") || !book.remove(Integer.parseInt(id))) {
      throw BadInput.notFound(
          "id",
          "'%s' is no fault; there are %s"
              .formatted(id, book.standing().stream().map(FaultBook.Standing::number).toList()));
    }
    return all(200);
  }

  private ArmResponse all(int status) {
    ArrayNode faults = Json.array();
    book.standing().forEach(standing -> faults.add(FaultView.of(standing)));
    return ArmResponse.of(status, Json.object().set("faults", faults));
  }
}
