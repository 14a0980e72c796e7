package dev.lockstep.simulator.storage;

import static dev.lockstep.simulator.storage.Refusals.blobRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.rest.PagedResponse;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.models.BlobItem;
import com.azure.storage.blob.models.BlobListDetails;
import com.azure.storage.blob.models.BlobRequestConditions;
import com.azure.storage.blob.models.ListBlobsOptions;
import com.azure.storage.blob.options.BlobParallelUploadOptions;
import com.azure.storage.blob.specialized.AppendBlobClient;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Lockstep needs of the Blob service, said through the Azure SDK; true of every server. */
abstract class BlobContract {
  private BlobContainerClient container;

  abstract StorageAccount account();

  @BeforeEach
  void freshContainer() {
    container = account().blobs().createBlobContainer("contract-" + UUID.randomUUID());
  }

  private BlobClient blob(String name) {
    return container.getBlobClient(name);
  }

  private BlobClient written(String name, String text) {
    blob(name).upload(BinaryData.fromString(text), true);
    return blob(name);
  }

  private static void upload(BlobClient blob, String text, BlobRequestConditions conditions) {
    blob.uploadWithResponse(
        new BlobParallelUploadOptions(BinaryData.fromString(text)).setRequestConditions(conditions),
        null,
        Context.NONE);
  }

  @Test
  void aContainerIsCreatedOnce() {
    assertThat(container.exists()).isTrue();
    assertThat(container.createIfNotExists()).isFalse();
    blobRefused(409, "ContainerAlreadyExists", container::create);
    assertThat(container.getProperties().getETag()).contains("0x");
    container.delete();
    blobRefused(404, "ContainerNotFound", container::getProperties);
    blobRefused(404, "ContainerNotFound", () -> written("a", "x"));
  }

  @Test
  void whatIsWrittenIsReadBackWithItsMetadata() {
    BlobClient blob = blob("folder/with blank+ünïcode.json");
    blob.uploadWithResponse(
        new BlobParallelUploadOptions(BinaryData.fromString("{\"a\":1}"))
            .setMetadata(Map.of("target", "gateway")),
        null,
        Context.NONE);
    assertThat(blob.downloadContent().toString()).isEqualTo("{\"a\":1}");
    var properties = blob.getProperties();
    assertThat(properties.getMetadata()).containsEntry("target", "gateway");
    assertThat(properties.getBlobSize()).isEqualTo(7);
    assertThat(properties.getLeaseState().toString()).isEqualTo("available");
    blob.setMetadata(Map.of("target", "other"));
    assertThat(blob.getProperties().getMetadata()).isEqualTo(Map.of("target", "other"));
    assertThat(blob.getProperties().getETag()).isNotEqualTo(properties.getETag());
  }

  @Test
  void aMissingBlobIsNotFound() {
    blobRefused(404, "BlobNotFound", () -> blob("none").downloadContent());
    blobRefused(404, "BlobNotFound", () -> blob("none").delete());
    assertThat(blob("none").exists()).isFalse();
    assertThat(blob("none").deleteIfExists()).isFalse();
  }

  @Test
  void createOnlyRefusesTheSecondWriter() {
    BlobRequestConditions absent = new BlobRequestConditions().setIfNoneMatch("*");
    upload(blob("once"), "first", absent);
    blobRefused(409, "BlobAlreadyExists", () -> upload(blob("once"), "second", absent));
    assertThat(blob("once").downloadContent().toString()).isEqualTo("first");
  }

  @Test
  void aWriteWithAnOldEntityTagIsRefused() {
    BlobClient blob = written("state", "one");
    String old = blob.getProperties().getETag();
    upload(blob, "two", new BlobRequestConditions().setIfMatch(old));
    blobRefused(
        412,
        "ConditionNotMet",
        () -> upload(blob, "three", new BlobRequestConditions().setIfMatch(old)));
    blobRefused(
        412,
        "ConditionNotMet",
        () ->
            blob.deleteWithResponse(
                null, new BlobRequestConditions().setIfMatch(old), null, Context.NONE));
    blobRefused(
        412,
        "ConditionNotMet",
        () -> upload(blob("absent"), "x", new BlobRequestConditions().setIfMatch(old)));
    assertThat(blob.downloadContent().toString()).isEqualTo("two");
  }

  @Test
  void anUnchangedBlobIsNotSentAgain() {
    BlobClient blob = written("state", "one");
    String current = blob.getProperties().getETag();
    blobRefused(
        304,
        "ConditionNotMet",
        () ->
            blob.downloadContentWithResponse(
                null, new BlobRequestConditions().setIfNoneMatch(current), null, Context.NONE));
    blobRefused(
        412,
        "ConditionNotMet",
        () -> upload(blob, "two", new BlobRequestConditions().setIfNoneMatch(current)));
  }

  @Test
  void listingFindsByPrefixInPages() {
    List.of("b/1", "a/1", "b/2", "b/3", "c").forEach(name -> written(name, name));
    ListBlobsOptions options =
        new ListBlobsOptions()
            .setPrefix("b/")
            .setMaxResultsPerPage(2)
            .setDetails(new BlobListDetails().setRetrieveMetadata(true));
    List<List<String>> pages =
        container
            .listBlobs(options, null)
            .streamByPage()
            .map(PagedResponse::getValue)
            .map(page -> page.stream().map(BlobItem::getName).toList())
            .toList();
    assertThat(pages).containsExactly(List.of("b/1", "b/2"), List.of("b/3"));
    assertThat(container.listBlobsByHierarchy("/", null, null).stream().map(BlobItem::getName))
        .containsExactlyInAnyOrder("a/", "b/", "c");
  }

  @Test
  void aPartCanBeRead() throws Exception {
    BlobClient blob = written("text", "0123456789");
    try (var in = blob.openInputStream()) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("0123456789");
    }
    var out = new java.io.ByteArrayOutputStream();
    blob.downloadStreamWithResponse(
        out, new com.azure.storage.blob.models.BlobRange(3, 4L), null, null, false, null, null);
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("3456");
  }

  @Test
  void anAppendBlobGrows() {
    AppendBlobClient log = blob("log").getAppendBlobClient();
    log.create();
    List.of("one\n", "two\n").forEach(line -> append(log, line));
    assertThat(log.downloadContent().toString()).isEqualTo("one\ntwo\n");
    assertThat(log.getProperties().getCommittedBlockCount()).isEqualTo(2);
    blobRefused(
        409, "InvalidBlobType", () -> append(written("block", "x").getAppendBlobClient(), "more"));
  }

  private static void append(AppendBlobClient log, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    log.appendBlock(new ByteArrayInputStream(bytes), bytes.length);
  }
}
