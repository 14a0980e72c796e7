package dev.lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.cli.audit.AuditFile;
import dev.lockstep.cli.audit.AuditLine;
import dev.lockstep.cli.audit.Figures;
import dev.lockstep.simulator.openapi.LoggedExchanges;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The story of the README, played by the built command and counted again from its audit. */
class DemoIT {
  @TempDir Path folder;

  @Test
  void theWholeStoryHolds() throws Exception {
    Path audit = folder.resolve("audit.jsonl");
    Path ready = folder.resolve("ready.json");

    Cli demo =
        Cli.run(folder, 240, "demo", "--audit", audit.toString(), "--ready-file", ready.toString());

    assertThat(demo.output()).doesNotContain("FAILED");
    assertThat(demo.status()).isZero();
    assertThat(demo.lastLine())
        .matches(
            "demo: OK puts=4 expectedPuts=4 foreignChanged=0 armReads=\\d+ armWrites=\\d+"
                + " convergedMs=[1-9]\\d*");
    assertThat(ready).exists();
    List<AuditLine> app = new AuditFile(audit).lines().stream().filter(AuditLine::isOfApp).toList();
    assertThat(app).noneMatch(line -> line.json().path("status").asInt() >= 400 && !isLook(line));
    Figures figures = Figures.of(app);
    assertThat(figures.puts()).isEqualTo(4);
    assertThat(figures.foreignChanged()).isZero();
    assertThat(app.stream().filter(line -> line.method("PUT") && line.isOn(Figures.GATEWAY)))
        .as("every gateway PUT carries the entity tag that was read")
        .allMatch(line -> line.json().path("ifMatch").asText().startsWith("W/"));
    LoggedExchanges seen = Cli.conformingExchanges(folder);
    assertThat(seen.count()).isGreaterThanOrEqualTo(app.size());
    assertThat(seen.operations())
        .contains(
            "ApplicationGateways_Get",
            "ApplicationGateways_CreateOrUpdate",
            "ApplicationGateways_BackendHealth",
            "ApiManagementService_Get",
            "ApiManagementService_CreateOrUpdate",
            "RecordSets_CreateOrUpdate");
  }

  /** A read of a record set that is not there yet is an ordinary look. */
  private static boolean isLook(AuditLine line) {
    return line.isRead() && line.json().path("status").asInt() == 404;
  }
}
