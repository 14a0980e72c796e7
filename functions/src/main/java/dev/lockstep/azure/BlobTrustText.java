package dev.lockstep.azure;

import dev.lockstep.model.ReadFailure;
import dev.lockstep.model.ReadFailure.Kind;
import dev.lockstep.model.Reading;
import dev.lockstep.port.TrustText;
import java.net.URI;
import java.util.function.Supplier;

/**
 * The text of a trust bundle in a blob.
 *
 * @param blobs reads blobs; the configuration has made sure that tokens may go there
 */
public record BlobTrustText(Supplier<BlobText> blobs) implements TrustText {
  @Override
  public Reading<String> read(URI blob) {
    BlobText.Answer answer = blobs.get().read(blob);
    if (answer instanceof BlobText.Unread unread) {
      return Reading.unread(
          ReadFailure.of(Kind.UNAVAILABLE, blob + " " + unread.message(), unread.remedy()));
    }
    return Reading.known(((BlobText.Text) answer).text());
  }
}
