package dev.lockstep.app;

import dev.lockstep.azure.BlobText;
import dev.lockstep.config.BindingsSource;
import dev.lockstep.config.ConfigurationProblems;
import dev.lockstep.config.Problem;
import dev.lockstep.config.Setting;
import dev.lockstep.config.Settings;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * The text of the bindings.
 *
 * @param json the text
 * @param origin where it came from, for the log: never a secret
 */
record BindingsText(String json, String origin) {
  /** Reads a blob that the settings name, with the identity that they name. */
  @FunctionalInterface
  interface BlobReader {
    BlobText.Answer read(Settings settings, URI blob);
  }

  /** Whether the text stands in a blob, which may change while a worker lives. */
  static boolean isInBlob(Settings settings) {
    return settings.bindings() instanceof BindingsSource.Url;
  }

  /**
   * The text from where the settings say it is.
   *
   * @throws ConfigurationProblems when it cannot be read: that is never "no bindings"
   */
  static BindingsText read(Settings settings, Map<String, String> environment, BlobReader blobs) {
    BindingsSource source = settings.bindings();
    if (source instanceof BindingsSource.File file) {
      return new BindingsText(
          BindingsFile.read(file.path(), environment), Setting.BINDINGS_FILE.key());
    } else if (source instanceof BindingsSource.Url url) {
      return fromBlob(url.blob(), blobs.read(settings, url.blob()));
    }
    return new BindingsText(((BindingsSource.Inline) source).json(), Setting.BINDINGS.key());
  }

  private static BindingsText fromBlob(URI blob, BlobText.Answer answer) {
    if (answer instanceof BlobText.Unread unread) {
      throw new ConfigurationProblems(
          List.of(
              new Problem(
                  Setting.BINDINGS_URL.key(), blob + " " + unread.message(), unread.remedy())));
    }
    BlobText.Text text = (BlobText.Text) answer;
    return new BindingsText(text.text(), blob + " etag " + text.etag());
  }
}
