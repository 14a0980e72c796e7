package dev.lockstep.simulator.host.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.annotation.EventGridTrigger;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import com.microsoft.azure.functions.annotation.TimerTrigger;
import java.lang.annotation.Annotation;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Makes the arguments of an entry method from what the trigger handed over. */
final class Binder {
  private static final List<Class<? extends Annotation>> TRIGGERS =
      List.of(HttpTrigger.class, QueueTrigger.class, TimerTrigger.class, EventGridTrigger.class);

  private final TriggerInput input;
  private final ExecutionContext context;

  Binder(TriggerInput input, ExecutionContext context) {
    this.input = input;
    this.context = context;
  }

  Object[] arguments(LoadedFunction function) {
    return Arrays.stream(function.method().getParameters()).map(this::argument).toArray();
  }

  private Object argument(Parameter parameter) {
    try {
      return value(parameter);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "the payload is not a " + parameter.getParameterizedType().getTypeName(), e);
    }
  }

  private Object value(Parameter parameter) throws JsonProcessingException {
    if (parameter.getType().equals(ExecutionContext.class)) {
      return context;
    }
    BindingName named = parameter.getAnnotation(BindingName.class);
    if (named != null) {
      return convert(
          Optional.ofNullable(input.metadata().get(named.value())),
          parameter.getParameterizedType());
    }
    if (TRIGGERS.stream().noneMatch(parameter::isAnnotationPresent)) {
      throw new IllegalArgumentException(
          "parameter %s of %s has no annotation that this host binds"
              .formatted(parameter.getName(), parameter.getDeclaringExecutable()));
    }
    return parameter.getType().equals(HttpRequestMessage.class)
        ? request(parameter.getParameterizedType())
        : convert(Optional.of(input.text()), parameter.getParameterizedType());
  }

  private Object request(Type type) throws JsonProcessingException {
    RawRequest http =
        input.http().orElseThrow(() -> new IllegalArgumentException("an HTTP request is needed"));
    Type bodyType =
        type instanceof ParameterizedType generic
            ? generic.getActualTypeArguments()[0]
            : String.class;
    return new BoundRequest(http, convert(Optional.of(input.text()), bodyType));
  }

  /** The text as the type; absent text is null, as an app expects of a missing binding. */
  private static Object convert(Optional<String> text, Type type) throws JsonProcessingException {
    if (type instanceof ParameterizedType generic && generic.getRawType().equals(Optional.class)) {
      Type inner = generic.getActualTypeArguments()[0];
      Optional<String> given = text.filter(t -> !t.isEmpty());
      return given.isEmpty() ? Optional.empty() : Optional.ofNullable(convert(given, inner));
    }
    if (text.isEmpty() || type.equals(String.class)) {
      return text.orElse(null);
    }
    if (type.equals(byte[].class)) {
      return text.get().getBytes(StandardCharsets.UTF_8);
    }
    return text.get().isEmpty() ? null : AppJson.read(text.get(), type);
  }
}
