package dev.lockstep.simulator.host.app;

/**
 * The only part of the host that an app can see: the JDK and the interfaces and annotations of
 * {@code com.microsoft.azure.functions}. Everything else the app brings itself, so that a library
 * of the host never hides one that the app forgot.
 */
final class FunctionsApi extends ClassLoader {
  private static final String SHARED = "com.microsoft.azure.functions.";

  private final ClassLoader host;

  FunctionsApi(ClassLoader host) {
    super("functions-api", ClassLoader.getPlatformClassLoader());
    this.host = host;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (!name.startsWith(SHARED)) {
      throw new ClassNotFoundException(name);
    }
    return host.loadClass(name);
  }
}
