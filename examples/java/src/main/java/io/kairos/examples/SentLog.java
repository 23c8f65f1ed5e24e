package io.kairos.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * What was sent, a line each. It is also the memory of ids: a crash forgets neither or both. A line
 * that a crash left unfinished counts for nothing: what it is about was not sent.
 */
final class SentLog implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Long> validUntil = new HashMap<>();
  private final FileChannel file;

  SentLog(Path path) throws IOException {
    byte[] written = Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
    int finished = finished(written);
    for (String text : new String(written, 0, finished, UTF_8).lines().toList()) {
      JsonNode line = JSON.readTree(text);
      validUntil.put(line.get("id").asText(), line.get("validUntil").asLong());
    }
    file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    file.truncate(finished);
  }

  /** How many bytes the finished lines have. */
  private static int finished(byte[] written) {
    int end = written.length;
    while (end > 0 && written[end - 1] != '\n') {
      end--;
    }
    return end;
  }

  boolean knows(Message message) {
    return validUntil.containsKey(message.id());
  }

  /**
   * Returns when the line is on the disk.
   *
   * @param what SENT or CANCELLED
   */
  void write(String what, Message message) throws IOException {
    ObjectNode line =
        JSON.createObjectNode()
            .put("what", what)
            .put("id", message.id())
            .put("validUntil", message.validUntil())
            .put("customer", message.customerId())
            .put("channel", message.channel())
            .put("template", message.template())
            .put("cancels", message.cancels());
    ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(UTF_8));
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
    file.force(false);
    validUntil.put(message.id(), message.validUntil());
  }

  /** After its validUntil no id comes again. */
  void forget(long nowMillis) {
    validUntil.values().removeIf(until -> until <= nowMillis);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
