package dev.lockstep.cli.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Everything that is reachable in a JVM, after a full collection. */
final class HeapDump {
  private static final int LIMIT_SECONDS = 60;

  private HeapDump() {}

  /** Of another JVM on this machine, by the JDK's own tool. */
  static Path of(long process, Path folder) throws IOException, InterruptedException {
    Path file = folder.resolve("heap-" + process + ".hprof");
    Path output = folder.resolve("jcmd.txt");
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                String.valueOf(process),
                "GC.heap_dump",
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(jcmd.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).as("the dump ends").isTrue();
    assertThat(output).content().contains("Heap dump file created");
    return file;
  }

  /** Of this JVM. */
  static Path ofThis(Path folder) throws IOException {
    Path file = folder.resolve("heap-this.hprof");
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpHeap(file.toString(), true);
    return file;
  }
}
