package dev.lockstep.simulator.storage;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One page of a listing in order of name, and where the next one begins. */
record Page<T>(List<T> items, Optional<String> next) {

  static <T> Page<T> of(
      List<T> sorted, Function<T, String> name, StorageRequest request, int largest) {
    int size = request.number("maxresults", largest, 1, largest);
    String from = request.query("marker").orElse("");
    List<T> rest = sorted.stream().filter(item -> name.apply(item).compareTo(from) >= 0).toList();
    if (rest.size() <= size) {
      return new Page<>(rest, Optional.empty());
    }
    return new Page<>(rest.subList(0, size), Optional.of(name.apply(rest.get(size))));
  }
}
