package io.kairos.flink.registry;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the registry said.
 *
 * @param status of HTTP
 * @param body as it came
 */
record Answer(int status, JsonNode body) {
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int SUBJECT_NOT_FOUND = 40401;
  private static final int SCHEMA_NOT_FOUND = 40403;

  /**
   * Whether the registry itself spoke, not a proxy before it, nor the server about a path that it
   * does not know.
   */
  boolean isOfARegistry() {
    return switch (status) {
      case OK -> body.path("schema").isTextual() || body.path("id").isInt();
      case NOT_FOUND -> isNotFound();
      default -> body.path("error_code").isInt();
    };
  }

  boolean isOk() {
    return status == OK;
  }

  boolean isNotFound() {
    int code = body.path("error_code").asInt();
    return code == SCHEMA_NOT_FOUND || code == SUBJECT_NOT_FOUND;
  }

  String message() {
    return body.path("message").asText();
  }
}
