package io.kairos.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * One object that Kubernetes or kustomize is given.
 *
 * @param where the file or overlay it stands in
 */
record Manifest(String where, JsonNode body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static List<Manifest> in(Path file) {
    try {
      return of(file.toString(), Files.readString(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static List<Manifest> of(String where, String yaml) {
    List<Manifest> manifests = new ArrayList<>();
    LoadSettings settings = LoadSettings.builder().setAllowDuplicateKeys(false).build();
    for (Object document : new Load(settings).loadAllFromString(yaml)) {
      manifests.add(new Manifest(where, JSON.valueToTree(document)));
    }
    return manifests;
  }

  String kind() {
    return body.path("kind").asText();
  }

  String name() {
    return body.path("metadata").path("name").asText();
  }

  /** What stands at a JSON pointer. */
  JsonNode at(String pointer) {
    return body.at(pointer);
  }

  Map<String, String> strings(String pointer) {
    return JSON.convertValue(
        at(pointer), JSON.getTypeFactory().constructMapType(Map.class, String.class, String.class));
  }

  @Override
  public String toString() {
    return where + " " + kind() + " " + name();
  }
}
