package dev.lockstep.simulator.host.app;

import java.lang.reflect.Method;

/** A function whose class is loaded and whose entry method is known. */
public record LoadedFunction(FunctionDefinition definition, Class<?> type, Method method) {

  /** The function's name. */
  public String name() {
    return definition.name();
  }

  /** What starts it. */
  public Trigger trigger() {
    return definition.trigger();
  }
}
