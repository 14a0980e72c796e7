package dev.lockstep.reconcile;

import dev.lockstep.model.Certificate;
import dev.lockstep.model.Reading;
import dev.lockstep.port.Ticker;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;

/**
 * Remembers for a while which servers did not answer, so that not every run waits for them. In
 * memory only: a new worker tries again.
 */
final class Unreachable {
  private static final int MOST = 1000;

  private final Ticker ticker;
  private final Duration rest;
  private final Map<CertificateQuery.Tls, Failed> failed =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Entry<CertificateQuery.Tls, Failed> eldest) {
          return size() > MOST;
        }
      };

  private record Failed(long at, Reading<List<Certificate>> reading) {}

  /**
   * @param rest how long a server that did not answer is left alone
   */
  Unreachable(Ticker ticker, Duration rest) {
    this.ticker = ticker;
    this.rest = rest;
  }

  /** The failure of the last time, if that was not long ago. */
  synchronized Optional<Reading<List<Certificate>>> lately(CertificateQuery.Tls query) {
    return Optional.ofNullable(failed.get(query))
        .filter(last -> ticker.nanos() - last.at() < rest.toNanos())
        .map(Failed::reading);
  }

  /** Remembers a failure, or that there is none any more. */
  synchronized void learn(CertificateQuery.Tls query, Reading<List<Certificate>> reading) {
    failed.remove(query);
    if (reading instanceof Reading.Unread) {
      failed.put(query, new Failed(ticker.nanos(), reading));
    }
  }
}
