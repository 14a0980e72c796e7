package dev.lockstep.app;

/** The one app of this worker process. The host makes a new function object at every invocation. */
public final class SharedApp {
  private static final Once<App> APP = new Once<>(() -> Composition.ofProcess());

  private SharedApp() {}

  /**
   * The app, built by whoever needs it first.
   *
   * @throws ConfigurationInvalid when its settings do not allow it
   */
  public static App get() {
    return APP.get();
  }
}
