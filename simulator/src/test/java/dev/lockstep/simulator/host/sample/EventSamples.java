package dev.lockstep.simulator.host.sample;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.annotation.EventGridTrigger;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import com.microsoft.azure.functions.annotation.TimerTrigger;

/** Functions that no HTTP request starts; they write what they were given to the log. */
public class EventSamples {

  @FunctionName("event")
  public void event(@EventGridTrigger(name = "event") String event, ExecutionContext context) {
    context.getLogger().info("got " + event);
    if (event.contains("poison")) {
      throw new IllegalStateException("this event is refused");
    }
  }

  @FunctionName("tick")
  public void tick(
      @TimerTrigger(name = "timer", schedule = "%TICK%") String timer, ExecutionContext context) {
    context.getLogger().info("tick " + timer);
  }

  @FunctionName("work")
  public void work(
      @QueueTrigger(name = "message", queueName = "%SAMPLE_QUEUE%", connection = "Sample")
          String message,
      @BindingName("DequeueCount") long tries,
      @BindingName("Id") String id,
      ExecutionContext context)
      throws InterruptedException {
    context.getLogger().info("work <" + message + "> try " + tries + " id " + id);
    Gate.pass(message);
    if (message.startsWith("fail")) {
      throw new IllegalArgumentException("told to fail");
    }
    context.getLogger().info("done <" + message + ">");
  }
}
