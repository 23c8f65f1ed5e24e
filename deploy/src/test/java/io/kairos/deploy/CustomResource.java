package io.kairos.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The operator's definition of a FlinkDeployment, made strict: a field that it does not know is a
 * fault, where Kubernetes would drop it without a word. It is that of the operator's library, or of
 * the file that the system property {@value #PROPERTY} names.
 */
final class CustomResource {
  private static final String DEFINITION =
      "META-INF/fabric8/flinkdeployments.flink.apache.org-v1.yml";

  private static final String PROPERTY = "kairos.crd";

  private final Optional<Path> file =
      Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of);
  private final JsonNode schema = read();
  private final Validator validator =
      new ValidatorFactory().withJsonNodeFactory(new JacksonNode.Factory()).createValidator();
  private final URI registered;

  CustomResource() {
    close(schema);
    registered = validator.registerSchema(schema);
  }

  /**
   * What is wrong with a deployment, by place and keyword. The version of Flink is left out, unless
   * a file was named: the library's definition is older than it.
   */
  List<String> faults(JsonNode deployment) {
    ObjectNode spec = ((ObjectNode) deployment.path("spec")).deepCopy();
    if (file.isEmpty()) {
      spec.remove("flinkVersion");
    }
    JsonNode asked = new ObjectMapper().createObjectNode().set("spec", spec);
    return validator.validate(registered, (Object) asked).getErrors().stream()
        .map(error -> error.getInstanceLocation() + " " + error.getError())
        .sorted()
        .toList();
  }

  SortedSet<String> flinkVersions() {
    SortedSet<String> versions = new TreeSet<>();
    schema
        .at("/properties/spec/properties/flinkVersion/enum")
        .forEach(version -> versions.add(version.asText()));
    return versions;
  }

  private JsonNode read() {
    try (InputStream yaml = file.isPresent() ? Files.newInputStream(file.get()) : packaged()) {
      String text = new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
      return Manifest.of(DEFINITION, text)
          .get(0)
          .at("/spec/versions/0/schema/openAPIV3Schema")
          .deepCopy();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static InputStream packaged() {
    return CustomResource.class.getClassLoader().getResourceAsStream(DEFINITION);
  }

  private static void close(JsonNode node) {
    if (node.path("properties").isObject() && !node.has("additionalProperties")) {
      ((ObjectNode) node).put("additionalProperties", false);
    }
    node.forEach(CustomResource::close);
  }
}
