package dev.lockstep.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.lockstep.simulator.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Somebody on loopback who takes what is posted to him. */
public final class Webhook implements AutoCloseable {
  private final BlockingQueue<byte[]> received = new LinkedBlockingQueue<>();
  private final HttpServer server;

  /** Listens on a free port. */
  public Webhook() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          received.add(exchange.getRequestBody().readAllBytes());
          exchange.sendResponseHeaders(202, -1);
          exchange.close();
        });
    server.start();
  }

  /** Where a path of it is. */
  public String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** The next body; waits for it. */
  public JsonNode take() throws IOException, InterruptedException {
    return Json.parse(received.take());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
