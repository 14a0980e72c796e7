package dev.lockstep.simulator.host.sample;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import java.util.List;
import java.util.Optional;

/** HTTP functions that tell what they were given. Never loaded by the tests' own class loader. */
public class HttpSamples {
  private static int instances;

  /** A body by fields, as gson binds it. */
  public static class Order {
    private String target;
    private int count;
  }

  public HttpSamples() {
    instances++;
  }

  @FunctionName("echo")
  public HttpResponseMessage echo(
      @HttpTrigger(
              name = "request",
              methods = {HttpMethod.GET, HttpMethod.POST},
              route = "echo/{target?}",
              authLevel = AuthorizationLevel.FUNCTION)
          HttpRequestMessage<Optional<String>> request,
      @BindingName("target") String target,
      ExecutionContext context) {
    context.getLogger().info("echo of\n" + target);
    String body =
        String.join(
            "|",
            request.getHttpMethod().name(),
            request.getUri().getPath(),
            "target=" + target,
            "q=" + request.getQueryParameters().get("q"),
            "x=" + request.getHeaders().get("x-sample"),
            "body=" + request.getBody().orElse("none"),
            context.getFunctionName());
    return request
        .createResponseBuilder(HttpStatus.ACCEPTED)
        .header("X-Sample", "yes")
        .header("Content-Type", "text/x-echo")
        .body(body)
        .build();
  }

  @FunctionName("open")
  public String open(
      @HttpTrigger(name = "request", authLevel = AuthorizationLevel.ANONYMOUS) String body) {
    return "open " + instances + " " + body;
  }

  @FunctionName("locked")
  public String locked(
      @HttpTrigger(name = "request", authLevel = AuthorizationLevel.ADMIN) String body) {
    return "locked " + body;
  }

  @FunctionName("typed")
  public Object typed(@HttpTrigger(name = "request") HttpRequestMessage<List<Order>> request) {
    Order sum = new Order();
    for (Order order : request.getBody()) {
      sum.target = order.target;
      sum.count += order.count;
    }
    return sum;
  }

  @FunctionName("bytes")
  public byte[] bytes(@HttpTrigger(name = "request") byte[] body) {
    return body;
  }

  @FunctionName("failing")
  public void failing(@HttpTrigger(name = "request") String body) {
    throw new IllegalStateException("told to fail: " + body);
  }

  @FunctionName("slow")
  public void slow(@HttpTrigger(name = "request") String body) throws InterruptedException {
    Gate.pass(body);
  }

  /** What the app can see of the host. */
  @FunctionName("isolation")
  public String isolation(@HttpTrigger(name = "request") String body) {
    ClassLoader own = getClass().getClassLoader();
    return String.join(
        "|",
        "loader=" + own.getName(),
        "context=" + (Thread.currentThread().getContextClassLoader() == own),
        "jackson=" + visible("com.fasterxml.jackson.databind.ObjectMapper"),
        "host=" + visible("dev.lockstep.simulator.host.HostMain"),
        "library=" + visible("dev.lockstep.simulator.host.library.Library"));
  }

  private static boolean visible(String name) {
    try {
      Class.forName(name);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
