package dev.lockstep.simulator.http;

import dev.lockstep.simulator.arm.ArmApi;
import dev.lockstep.simulator.arm.ArmFault;
import dev.lockstep.simulator.arm.ArmRequest;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.arm.ConnectionLost;
import dev.lockstep.simulator.token.ArmGate;
import dev.lockstep.simulator.token.LoginEndpoint;
import dev.lockstep.simulator.token.Principal;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.util.regex.Pattern;

/** What the HTTPS port serves: the login endpoints, and ARM for everything else. */
final class SecureHandler implements HttpHandler {
  private static final Pattern TOKEN = Pattern.compile("/[^/]+/oauth2(/v2\\.0)?/token");
  private static final Pattern DISCOVERY =
      Pattern.compile("/[^/]+(/v2\\.0)?/\\.well-known/openid-configuration");

  private final ArmApi arm;
  private final ArmGate gate;
  private final LoginEndpoint login;

  SecureHandler(ArmApi arm, ArmGate gate, LoginEndpoint login) {
    this.arm = arm;
    this.gate = gate;
    this.login = login;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws IOException {
    String path = exchange.getRequestPath();
    String base = "https://" + exchange.getHostAndPort();
    ArmResponse response;
    if (TOKEN.matcher(path).matches()) {
      response = login.token(Exchanges.form(Exchanges.body(exchange)));
    } else if (DISCOVERY.matcher(path).matches()) {
      String authority = "/" + path.split("/", -1)[1];
      boolean adfs = authority.equals("/adfs");
      response = login.discovery(base + authority, adfs ? "/oauth2/token" : "/oauth2/v2.0/token");
    } else {
      try {
        response = arm(exchange, base, path);
      } catch (ConnectionLost lost) {
        Exchanges.cut(exchange);
        return;
      }
    }
    Exchanges.send(exchange, response);
  }

  private ArmResponse arm(HttpServerExchange exchange, String base, String path)
      throws IOException {
    ArmRequest request =
        new ArmRequest(
            exchange.getRequestMethod().toString(),
            base,
            path,
            Exchanges.query(exchange),
            Exchanges.headers(exchange),
            Exchanges.body(exchange),
            Principal.ANONYMOUS);
    try {
      Principal principal = gate.principal(request.header("authorization"), base);
      return arm.handle(request.by(principal));
    } catch (ArmFault refused) {
      return arm.refuse(request, refused);
    }
  }
}
