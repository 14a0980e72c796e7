package dev.lockstep.simulator.storage;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One line of a blob listing: a blob, or the common prefix of several ("folder"). */
record ListedName(String name, Optional<StoredBlob> blob) {

  static List<ListedName> group(List<StoredBlob> blobs, String prefix, Optional<String> delimiter) {
    List<ListedName> names = new ArrayList<>();
    Set<String> prefixes = new LinkedHashSet<>();
    for (StoredBlob blob : blobs) {
      String name = blob.properties().name();
      int cut = delimiter.map(d -> name.indexOf(d, prefix.length())).orElse(-1);
      if (cut < 0) {
        names.add(new ListedName(name, Optional.of(blob)));
      } else {
        String folder = name.substring(0, cut + delimiter.orElse("").length());
        if (prefixes.add(folder)) {
          names.add(new ListedName(folder, Optional.empty()));
        }
      }
    }
    return names;
  }

  String xml(boolean withMetadata) {
    return blob.map(found -> blobXml(found, withMetadata))
        .orElseGet(() -> Xml.element("BlobPrefix", Xml.text("Name", name)));
  }

  private static String blobXml(StoredBlob blob, boolean withMetadata) {
    BlobProperties properties = blob.properties();
    LeaseState lease = blob.lease().state();
    String inner =
        Xml.text("Creation-Time", StorageResponse.date(properties.created()))
            + Xml.text("Last-Modified", StorageResponse.date(properties.lastModified()))
            // Listings show the tag without its quotes.
            + Xml.text("Etag", properties.etag().replace("\"", ""))
            + Xml.text("Content-Length", "" + properties.length())
            + Xml.text(
                "Content-Type",
                properties.headers().getOrDefault("content-type", "application/octet-stream"))
            + Xml.text("BlobType", properties.type().wireName())
            + Xml.text("LeaseStatus", lease.active() ? "locked" : "unlocked")
            + Xml.text("LeaseState", lease.wireName())
            + Xml.text("ServerEncrypted", "true");
    return Xml.element(
        "Blob",
        Xml.text("Name", properties.name())
            + Xml.element("Properties", inner)
            + (withMetadata ? BlobListing.metadata(properties.metadata()) : ""));
  }
}
