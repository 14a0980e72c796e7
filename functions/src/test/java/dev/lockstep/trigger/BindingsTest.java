package dev.lockstep.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.EventGridTrigger;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import com.microsoft.azure.functions.annotation.TimerTrigger;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the Functions plugin writes into the function.json files, read from the annotations. */
class BindingsTest {
  private static final Map<String, Method> FUNCTIONS = functions();

  @Test
  @DisplayName("all functions, by name")
  void names() {
    assertThat(FUNCTIONS.keySet())
        .containsExactly(
            "alert",
            "drift-check",
            "event",
            "health",
            "journal",
            "manage",
            "reconcile",
            "reconcile-poison",
            "resync",
            "status");
  }

  @Test
  @DisplayName("every call but health needs a key, and what takes away needs the admin key")
  void http() {
    assertHttp("alert", HttpMethod.POST, AuthorizationLevel.FUNCTION, "alert");
    assertHttp("resync", HttpMethod.POST, AuthorizationLevel.FUNCTION, "resync/{target?}");
    assertHttp("manage", HttpMethod.POST, AuthorizationLevel.ADMIN, "manage/{target?}");
    assertHttp("journal", HttpMethod.GET, AuthorizationLevel.FUNCTION, "journal/{target?}");
    assertHttp("status", HttpMethod.GET, AuthorizationLevel.FUNCTION, "status");
    assertHttp("health", HttpMethod.GET, AuthorizationLevel.ANONYMOUS, "health");
  }

  @Test
  @DisplayName("queues, schedule and Event Grid")
  void others() {
    assertThat(binding("reconcile", QueueTrigger.class).queueName()).isEqualTo("lockstep-signals");
    assertThat(binding("reconcile-poison", QueueTrigger.class).queueName())
        .isEqualTo("lockstep-signals-poison");
    assertThat(binding("reconcile", QueueTrigger.class).connection())
        .isEqualTo("AzureWebJobsStorage");
    assertThat(binding("drift-check", TimerTrigger.class).schedule())
        .isEqualTo("%DRIFT_CHECK_SCHEDULE%");
    assertThat(binding("event", EventGridTrigger.class).name()).isEqualTo("event");
  }

  @Test
  @DisplayName("the worker can make each function's object and finds one method to call")
  void constructible() {
    assertThat(FUNCTIONS.values())
        .allSatisfy(
            method -> {
              assertThat(method.getDeclaringClass().getConstructor().newInstance()).isNotNull();
              assertThat(method.getDeclaringClass().getMethods())
                  .filteredOn(other -> other.getName().equals(method.getName()))
                  .hasSize(1);
            });
  }

  private static void assertHttp(
      String name, HttpMethod method, AuthorizationLevel level, String route) {
    HttpTrigger trigger = binding(name, HttpTrigger.class);
    assertThat(trigger.methods()).containsExactly(method);
    assertThat(trigger.authLevel()).isEqualTo(level);
    assertThat(trigger.route()).isEqualTo(route);
  }

  private static <A extends Annotation> A binding(String function, Class<A> type) {
    return Arrays.stream(FUNCTIONS.get(function).getParameters())
        .flatMap(parameter -> Arrays.stream(parameter.getAnnotationsByType(type)))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Method> functions() {
    Map<String, Method> functions = new TreeMap<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.lockstep.trigger")) {
      for (Method method : type.reflect().getDeclaredMethods()) {
        if (method.isAnnotationPresent(FunctionName.class)) {
          functions.put(method.getAnnotation(FunctionName.class).value(), method);
        }
      }
    }
    return functions;
  }
}
