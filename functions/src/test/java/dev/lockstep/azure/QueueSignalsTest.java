package dev.lockstep.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.http.HttpRequest;
import dev.lockstep.azure.StubHttp.Answer;
import dev.lockstep.model.TargetId;
import dev.lockstep.port.StorageFailure;
import dev.lockstep.signal.Message;
import dev.lockstep.signal.MessageCodec;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QueueSignalsTest {
  private static final Message WAKE = new Message.Wake(new TargetId("agw-edge-12345678"), "w7");
  private static final String TAKEN =
      "<?xml version=\"1.0\"?><QueueMessagesList><QueueMessage><MessageId>1</MessageId>"
          + "<InsertionTime>Mon, 02 Nov 2026 10:00:00 GMT</InsertionTime>"
          + "<ExpirationTime>Mon, 09 Nov 2026 10:00:00 GMT</ExpirationTime>"
          + "<PopReceipt>r</PopReceipt>"
          + "<TimeNextVisible>Mon, 02 Nov 2026 10:00:30 GMT</TimeNextVisible>"
          + "</QueueMessage></QueueMessagesList>";

  @Test
  void aMessageGoesOutInBase64WithItsDelay() {
    StubHttp http = answering(Answer.of(201, TAKEN));

    signals(http).send(WAKE, Duration.ofSeconds(30));

    HttpRequest sent = http.requests().get(0);
    assertThat(sent.getUrl().getQuery()).contains("visibilitytimeout=30");
    Matcher text =
        Pattern.compile("<MessageText>(.*)</MessageText>")
            .matcher(sent.getBodyAsBinaryData().toString());
    assertThat(text.find()).isTrue();
    String decoded = new String(Base64.getDecoder().decode(text.group(1)), StandardCharsets.UTF_8);
    assertThat(MessageCodec.decode(decoded)).isEqualTo(WAKE);
  }

  @Test
  void theQueueIsMadeWhenTheFirstMessageNeedsIt() {
    StubHttp http =
        answering(error(404, "QueueNotFound"), Answer.of(201, ""), Answer.of(201, TAKEN));

    signals(http).send(WAKE, Duration.ZERO);

    assertThat(http.requests()).hasSize(3);
    assertThat(http.requests().get(1).getUrl().getPath()).isEqualTo("/lockstep-signals");
  }

  @Test
  void aRefusalIsAFailureAndIsTriedOnce() {
    StubHttp http = answering(error(503, "ServerBusy"));

    assertThatThrownBy(() -> signals(http).send(WAKE, Duration.ZERO))
        .isInstanceOf(StorageFailure.class)
        .hasMessageContaining("lockstep-signals");
    assertThat(http.requests()).hasSize(1);
  }

  private static QueueSignals signals(StubHttp http) {
    StorageAccount account =
        new StorageAccount.ByIdentity(
            URI.create("https://b.test"), URI.create("https://q.test"), StubHttp.credential());
    return new QueueSignals(account.queue(StorageAccount.SIGNALS, http));
  }

  private static StubHttp answering(Answer... answers) {
    Deque<Answer> queue = new ArrayDeque<>(Arrays.asList(answers));
    return StubHttp.answering(
        request -> queue.removeFirst().with("Content-Type", "application/xml"));
  }

  private static Answer error(int status, String code) {
    return Answer.of(status, "<?xml version=\"1.0\"?><Error><Code>" + code + "</Code></Error>")
        .with("x-ms-error-code", code);
  }
}
