package dev.lockstep.simulator.host.app;

import java.nio.file.Path;

/**
 * A function as its function.json tells.
 *
 * @param jar the app's own jar
 * @param className binary name of the class
 * @param methodName the entry method, unique in the class
 */
public record FunctionDefinition(
    String name, Path jar, String className, String methodName, Trigger trigger) {}
