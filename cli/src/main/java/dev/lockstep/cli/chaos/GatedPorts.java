package dev.lockstep.cli.chaos;

import dev.lockstep.port.ArmRequest;
import dev.lockstep.reconcile.Ports;
import dev.lockstep.signal.Message;
import dev.lockstep.signal.MessageCodec;
import dev.lockstep.simulator.chaos.Gate;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Puts a gate before every call of every port. */
final class GatedPorts {
  private static final Duration READ = Duration.ofMillis(60);
  private static final Duration WRITE = Duration.ofMillis(250);
  private static final Duration STORAGE = Duration.ofMillis(8);
  private static final Duration LONG = Duration.ofMinutes(2);

  /** A little less than the app's own time-out of a write: what comes later comes never. */
  private static final Duration WRITE_LASTS = Duration.ofSeconds(25);

  private static final Set<String> LOCAL = Set.of("ticker", "tasks", "log", "identity");
  private static final Set<String> KNOWN_ALREADY = Set.of("id", "acquiredAt");

  // By reflection on generic types: dear, and asked at every call.
  private static final Map<Method, Optional<Class<?>>> HANDED_OUT = new ConcurrentHashMap<>();

  private final Gate gate;

  private GatedPorts(Gate gate) {
    this.gate = gate;
  }

  /** The same ports behind a gate. */
  static Ports of(Ports ports, Gate gate) {
    GatedPorts gated = new GatedPorts(gate);
    return new Ports(
        gated.wrap("arm", dev.lockstep.port.Arm.class, ports.arm()),
        gated.wrap("state", dev.lockstep.port.Blobs.class, ports.state()),
        gated.wrap("journal", dev.lockstep.port.Blobs.class, ports.journal()),
        gated.wrap("signals", dev.lockstep.port.Signals.class, ports.signals()),
        gated.wrap("tasks", dev.lockstep.port.Tasks.class, ports.tasks()),
        gated.wrap("ticker", dev.lockstep.port.Ticker.class, ports.ticker()),
        ports.clock(),
        gated.wrap("log", dev.lockstep.port.RunLog.class, ports.log()),
        gated.wrap("identity", dev.lockstep.port.Identity.class, ports.identity()));
  }

  private <P> P wrap(String name, Class<P> port, P real) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> call(name, real, method, arguments)));
  }

  private Object call(String name, Object real, Method method, Object[] arguments)
      throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return invoke(real, method, arguments);
    }
    Gate.Call call = describe(name, method, arguments == null ? new Object[0] : arguments);
    Object result =
        gate.pass(
            call,
            () -> {
              try {
                return invoke(real, method, arguments);
              } catch (RuntimeException | Error failed) {
                throw failed;
              } catch (Throwable checked) {
                throw new IllegalStateException("ports throw nothing that is checked", checked);
              }
            });
    return HANDED_OUT
        .computeIfAbsent(method, PortPoints::handsOut)
        .<Object>map(inner -> handOut(call.point(), inner, result))
        .orElse(result);
  }

  private <P> Object handOut(String point, Class<P> port, Object result) {
    return result instanceof Optional<?> some
        ? some.map(inner -> wrap(point, port, port.cast(inner)))
        : wrap(point, port, port.cast(result));
  }

  private static Object invoke(Object real, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private static Gate.Call describe(String name, Method method, Object[] arguments) {
    String point = name + "." + method.getName();
    if (LOCAL.contains(name) || KNOWN_ALREADY.contains(method.getName())) {
      return new Gate.Call(point, () -> "", Duration.ZERO, Duration.ZERO);
    }
    Object about = arguments.length == 0 ? "" : arguments[0];
    if (about instanceof ArmRequest request) {
      boolean read = request.method() == ArmRequest.Method.GET;
      return new Gate.Call(
          point, () -> shown(request), read ? READ : WRITE, read ? LONG : WRITE_LASTS);
    }
    return new Gate.Call(
        point,
        () -> about instanceof Message message ? MessageCodec.encode(message) : about.toString(),
        STORAGE,
        LONG);
  }

  private static String shown(ArmRequest request) {
    String path = request.path().replaceFirst("\\?.*", "");
    int providers = path.lastIndexOf("/providers/");
    return request.method()
        + " "
        + path.substring(Math.max(0, providers)).replace("/providers/", "");
  }
}
