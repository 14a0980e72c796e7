package dev.lockstep.cli.chaos;

import dev.lockstep.reconcile.state.TargetState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Decodes each text of a state once for all processes of a life: most read what another one has
 * read a moment ago. The text is always what was stored, never what a process has in mind.
 */
final class DecodedStates implements Function<String, TargetState> {
  /** Two versions for each gateway of the largest life. */
  private static final int KEPT = 6;

  private final Map<String, TargetState> latest = new LinkedHashMap<>();
  private final Function<String, TargetState> decode;

  DecodedStates(Function<String, TargetState> decode) {
    this.decode = decode;
  }

  @Override
  public TargetState apply(String text) {
    TargetState known = latest.get(text);
    if (known != null) {
      return known;
    }
    TargetState state = decode.apply(text);
    latest.put(text, state);
    if (latest.size() > KEPT) {
      latest.remove(latest.keySet().iterator().next());
    }
    return state;
  }
}
