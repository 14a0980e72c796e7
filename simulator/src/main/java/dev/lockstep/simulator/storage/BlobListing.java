package dev.lockstep.simulator.storage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** "List Blobs" and "List Containers". The marker is the first name of the next page. */
final class BlobListing {
  private static final int PAGE = 5000;

  private final BlobStore store;

  BlobListing(BlobStore store) {
    this.store = store;
  }

  StorageResponse containers(StorageRequest request) {
    String prefix = request.query("prefix").orElse("");
    Page<BlobContainer> page =
        Page.of(store.containers(prefix), BlobContainer::name, request, PAGE);
    String containers =
        page.items().stream().map(BlobListing::container).collect(Collectors.joining());
    return answer(request, "", page.next(), Xml.element("Containers", containers));
  }

  StorageResponse blobs(StorageRequest request, BlobContainer container) {
    String prefix = request.query("prefix").orElse("");
    Optional<String> delimiter = request.query("delimiter");
    List<ListedName> names = ListedName.group(container.list(prefix), prefix, delimiter);
    Page<ListedName> page = Page.of(names, ListedName::name, request, PAGE);
    boolean metadata = request.query("include").orElse("").contains("metadata");
    String blobs =
        page.items().stream().map(item -> item.xml(metadata)).collect(Collectors.joining());
    String attribute = " ContainerName=\"" + Xml.escape(container.name()) + "\"";
    return answer(request, attribute, page.next(), Xml.element("Blobs", blobs));
  }

  private static String container(BlobContainer container) {
    String properties =
        Xml.text("Last-Modified", StorageResponse.date(container.lastModified()))
            + Xml.text("Etag", container.etag())
            + Xml.text("LeaseStatus", "unlocked")
            + Xml.text("LeaseState", "available");
    return Xml.element(
        "Container",
        Xml.text("Name", container.name())
            + Xml.element("Properties", properties)
            + metadata(container.metadata()));
  }

  static String metadata(Map<String, String> metadata) {
    String inner =
        metadata.entrySet().stream()
            .map(entry -> Xml.text(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining());
    return Xml.element("Metadata", inner);
  }

  private static StorageResponse answer(
      StorageRequest request, String attribute, Optional<String> next, String items) {
    String echo =
        List.of("Prefix", "Marker", "MaxResults", "Delimiter").stream()
            .map(name -> echo(request, name))
            .collect(Collectors.joining());
    String inner = echo + items + Xml.text("NextMarker", next.orElse(""));
    return StorageResponse.xml(
        200, "<EnumerationResults" + attribute + ">" + inner + "</EnumerationResults>");
  }

  private static String echo(StorageRequest request, String name) {
    return request
        .query(name.toLowerCase(java.util.Locale.ROOT))
        .map(value -> Xml.text(name, value))
        .orElse("");
  }
}
