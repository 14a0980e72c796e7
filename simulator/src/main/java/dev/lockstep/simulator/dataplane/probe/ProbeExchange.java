package dev.lockstep.simulator.dataplane.probe;

import io.undertow.client.ClientCallback;
import io.undertow.client.ClientConnection;
import io.undertow.client.ClientExchange;
import io.undertow.client.ClientRequest;
import io.undertow.connector.ByteBufferPool;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import io.undertow.util.StringReadChannelListener;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.xnio.ChannelListeners;
import org.xnio.channels.StreamSinkChannel;

/** One GET by Undertow's client, step by step, into a result. */
final class ProbeExchange implements ClientCallback<ClientConnection> {
  private final CompletableFuture<Reply> result;
  private final String host;
  private final String path;
  private final ByteBufferPool buffers;

  ProbeExchange(CompletableFuture<Reply> result, String host, String path, ByteBufferPool buffers) {
    this.result = result;
    this.host = host;
    this.path = path;
    this.buffers = buffers;
  }

  @Override
  public void completed(ClientConnection connection) {
    ProbeClient.closeAfter(result, connection);
    ClientRequest request = new ClientRequest().setMethod(Methods.GET).setPath(path);
    request.getRequestHeaders().put(Headers.HOST, host);
    request.getRequestHeaders().put(Headers.CONNECTION, "close");
    connection.sendRequest(request, step(this::sent));
  }

  @Override
  public void failed(IOException noConnection) {
    result.complete(new Reply.NotConnected());
  }

  private void sent(ClientExchange exchange) throws IOException {
    exchange.setResponseListener(step(this::answered));
    StreamSinkChannel nothing = exchange.getRequestChannel();
    nothing.shutdownWrites();
    if (!nothing.flush()) {
      nothing
          .getWriteSetter()
          .set(
              ChannelListeners.flushingChannelListener(
                  channel -> {}, (channel, broken) -> broken(broken)));
      nothing.resumeWrites();
    }
  }

  private void answered(ClientExchange exchange) {
    int status = exchange.getResponse().getResponseCode();
    new StringReadChannelListener(buffers) {
      @Override
      protected void stringDone(String body) {
        result.complete(new Reply.Answered(status, body));
      }

      @Override
      protected void error(IOException cause) {
        broken(cause);
      }
    }.setup(exchange.getResponseChannel());
  }

  private void broken(IOException cause) {
    result.complete(new Reply.Broken(cause));
  }

  private interface Next {
    void accept(ClientExchange exchange) throws IOException;
  }

  private ClientCallback<ClientExchange> step(Next next) {
    return new ClientCallback<>() {
      @Override
      public void completed(ClientExchange exchange) {
        try {
          next.accept(exchange);
        } catch (IOException cause) {
          broken(cause);
        }
      }

      @Override
      public void failed(IOException cause) {
        broken(cause);
      }
    };
  }
}
