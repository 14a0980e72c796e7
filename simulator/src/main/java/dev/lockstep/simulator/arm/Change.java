package dev.lockstep.simulator.arm;

/**
 * A change of one resource by one request.
 *
 * @param call the request
 * @param kind what the event type is named after
 * @param operationName such as {@code Microsoft.Network/applicationGateways/write}
 */
public record Change(ArmCall call, Kind kind, String operationName) {

  /** Kinds of change that Event Grid tells apart. */
  public enum Kind {
    WRITE("ResourceWrite"),
    DELETE("ResourceDelete"),
    ACTION("ResourceAction");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  /** How a change ended. */
  public enum Ending {
    SUCCEEDED("Succeeded", "Success"),
    FAILED("Failed", "Failure"),
    CANCELED("Canceled", "Cancel");

    private final String status;
    private final String suffix;

    Ending(String status, String suffix) {
      this.status = status;
      this.suffix = suffix;
    }

    /** The word of status answers and events. */
    public String status() {
      return status;
    }
  }

  /** The event type for an ending. */
  public String eventType(Ending ending) {
    return "Microsoft.Resources." + kind.word + ending.suffix;
  }
}
