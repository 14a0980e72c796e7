package dev.lockstep.azure;

import com.azure.core.exception.ClientAuthenticationException;
import dev.lockstep.port.ArmAnswer.NoAnswer;
import dev.lockstep.port.ArmRequest;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;

/**
 * From an exception to "no answer". What surely failed before the request left is told apart from
 * all else, since the rest may have taken effect.
 */
final class Unanswered {
  private static final List<Class<? extends Exception>> BEFORE_SENDING =
      List.of(
          ConnectException.class,
          HttpConnectTimeoutException.class,
          UnknownHostException.class,
          UnresolvedAddressException.class,
          SSLHandshakeException.class,
          ClientAuthenticationException.class);

  private static final int DEEPEST = 10;

  private Unanswered() {}

  static NoAnswer because(RuntimeException failure, ArmRequest request) {
    Throwable cause = failure;
    for (int i = 0; i < DEEPEST && cause != null; i++, cause = cause.getCause()) {
      Throwable link = cause;
      if (BEFORE_SENDING.stream().anyMatch(kind -> kind.isInstance(link))) {
        return new NoAnswer(false, words(link, request));
      }
    }
    return new NoAnswer(true, words(failure, request));
  }

  private static String words(Throwable failure, ArmRequest request) {
    String message = failure.getMessage() == null ? "" : ": " + failure.getMessage();
    return request.method() + " brought no answer: " + failure.getClass().getSimpleName() + message;
  }
}
