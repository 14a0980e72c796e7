package dev.lockstep.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.model.GatewayDocument;
import dev.lockstep.testing.gateway.CrowdedGateways;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The indexed router answers as the plain one, whatever the gateway and its behaviour. */
class RouterOracleTest {
  private static final List<Question> QUESTIONS = Universe.questions();

  @Provide
  Arbitrary<GatewayDocument> gateways() {
    return CrowdedGateways.any();
  }

  @Provide
  Arbitrary<Behaviour> behaviours() {
    return Arbitraries.of(Behaviour.all());
  }

  @Property(tries = 150)
  void bothAnswerTheSame(
      @ForAll("gateways") GatewayDocument gateway, @ForAll("behaviours") Behaviour behaviour) {
    Router router = Router.of(gateway, behaviour);
    Oracle oracle = new Oracle(gateway, behaviour);
    for (Question question : QUESTIONS) {
      assertThat(inNames(question.askOf(router)))
          .as("%s", question)
          .isEqualTo(Universe.ask(oracle, question));
    }
  }

  private static Oracle.Answer inNames(Route route) {
    String certificate = Requests.certificate(route);
    return route instanceof Route.Matched matched
        ? new Oracle.Answer(matched.rule().name(), matched.listener().name(), certificate)
        : new Oracle.Answer("none", "none", certificate);
  }
}
