package dev.lockstep.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.TaggedService;
import java.util.List;
import java.util.Optional;

/**
 * Reads lists of services (azure-rest-api-specs, apimdeployment.json, ApiManagementService_List).
 */
public final class TaggedServiceReader {
  private TaggedServiceReader() {}

  /**
   * The services of one page {@code {"value": […], "nextLink": …}}.
   *
   * @throws MalformedBody when the page is not a list of services
   */
  public static List<TaggedService> page(JsonNode page) {
    if (!page.path("value").isArray()) {
      throw new MalformedBody("the body is no list");
    }
    return Body.objects(page, "value").stream().map(TaggedServiceReader::read).toList();
  }

  /** Where the next page is. */
  public static Optional<String> nextLink(JsonNode page) {
    return Body.text(page, "nextLink");
  }

  /**
   * One service.
   *
   * @throws MalformedBody when the body is not that of a service
   */
  public static TaggedService read(JsonNode body) {
    ResourceId id = Body.id(body);
    if (!id.isOfType(ServiceReader.TYPE)) {
      throw new MalformedBody(id + " is not a " + ServiceReader.TYPE);
    }
    return new TaggedService(id, Body.map(body, "tags"));
  }
}
