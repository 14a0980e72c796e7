package dev.lockstep.cli.chaos;

import dev.lockstep.port.Arm;
import dev.lockstep.reconcile.Ports;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Every call of every port, found by reflection over the components of {@link Ports}: {@code
 * state.write}, {@code state.lease.renew}. What a port hands out that is a port again is followed.
 */
final class PortPoints {
  private static final String PACKAGE = Arm.class.getPackageName();

  private PortPoints() {}

  /** The points of all ports, in order. */
  static List<String> all() {
    List<String> points = new ArrayList<>();
    for (RecordComponent port : Ports.class.getRecordComponents()) {
      if (isPort(port.getType())) {
        add(port.getName(), port.getType(), points);
      }
    }
    return points;
  }

  /** Whether a type is a port: an interface of the port package that is no data. */
  static boolean isPort(Class<?> type) {
    return type.isInterface() && !type.isSealed() && type.getPackageName().equals(PACKAGE);
  }

  /** The calls of an interface. */
  static List<Method> calls(Class<?> port) {
    return Arrays.stream(port.getMethods())
        .filter(method -> !method.isDefault() && !method.isSynthetic() && !method.isBridge())
        .filter(method -> !java.lang.reflect.Modifier.isStatic(method.getModifiers()))
        .sorted(Comparator.comparing(Method::getName))
        .toList();
  }

  /** The port that a call hands out, itself or in an Optional. */
  static Optional<Class<?>> handsOut(Method method) {
    Type type = method.getGenericReturnType();
    if (type instanceof ParameterizedType generic && generic.getRawType() == Optional.class) {
      type = generic.getActualTypeArguments()[0];
    }
    return type instanceof Class<?> found && isPort(found) ? Optional.of(found) : Optional.empty();
  }

  private static void add(String name, Class<?> port, List<String> points) {
    for (Method method : calls(port)) {
      String point = name + "." + method.getName();
      points.add(point);
      handsOut(method).ifPresent(inner -> add(point, inner, points));
    }
  }
}
