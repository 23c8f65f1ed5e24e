package io.kairos.examples;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kairos.wire.SchemaArchive;
import io.kairos.wire.Trigger;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.message.MessageDecoder;
import org.apache.avro.message.MissingSchemaException;
import org.apache.avro.specific.SpecificDatumReader;

/** Reads triggers in any of the three forms: single-object Avro, registry Avro and JSON. */
final class TriggerReader {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final MessageDecoder<Trigger> singleObject =
      Trigger.createDecoder(SchemaArchive.released());
  private final String registry;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final Map<Integer, DatumReader<Trigger>> registered = new HashMap<>();

  /**
   * @param registry address of the schema registry; null for none
   */
  TriggerReader(String registry) {
    this.registry = registry;
  }

  /**
   * @throws IOException if the bytes are none of the three forms or of a schema that is not known,
   *     or the registry does not answer
   */
  Message read(byte[] value) throws IOException, InterruptedException {
    if (value[0] == '{') {
      return Message.of(JSON.readTree(value));
    }
    if (value[0] == (byte) 0xC3) {
      return Message.of(decoded(value));
    }
    if (value[0] == 0 && registry != null) {
      int id = ByteBuffer.wrap(value, 1, Integer.BYTES).getInt();
      return Message.of(
          reader(id)
              .read(null, DecoderFactory.get().binaryDecoder(value, 5, value.length - 5, null)));
    }
    throw new IOException("a record that starts with " + HexFormat.of().formatHex(value, 0, 2));
  }

  private Trigger decoded(byte[] value) throws IOException {
    try {
      return singleObject.decode(value);
    } catch (MissingSchemaException later) {
      long fingerprint = ByteBuffer.wrap(value, 2, Long.BYTES).order(LITTLE_ENDIAN).getLong();
      throw new IOException(
          "no schema %016x: it is of a later release, so build with that one's kairos-schemas"
              .formatted(fingerprint),
          later);
    }
  }

  private DatumReader<Trigger> reader(int id) throws IOException, InterruptedException {
    if (!registered.containsKey(id)) {
      registered.put(id, new SpecificDatumReader<>(schema(id), Trigger.getClassSchema()));
    }
    return registered.get(id);
  }

  private Schema schema(int id) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(registry + "/schemas/ids/" + id)).timeout(TIMEOUT);
    String auth = System.getenv("REGISTRY_AUTH");
    if (auth != null) {
      byte[] clear = auth.getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(clear));
    }
    HttpResponse<String> answer =
        http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    if (answer.statusCode() != 200) {
      throw new IOException("the registry answers " + answer.statusCode() + " for schema " + id);
    }
    return new Schema.Parser().parse(JSON.readTree(answer.body()).get("schema").asText());
  }
}
