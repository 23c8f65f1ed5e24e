package io.kairos.flink.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kairos.engine.cleaning.RejectionReason;
import io.kairos.flink.Wire;
import io.kairos.flink.config.RegistryConfig;
import io.kairos.wire.ClickType;
import io.kairos.wire.ClickstreamEvent;
import io.kairos.wire.TopicSchemas;
import io.kairos.wire.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SingleObjectsTest {
  private static final long NOON = 1_800_000_000_000L;
  private static final Schema CURRENT = TopicSchemas.of(Topics.CLICKSTREAM);

  private final FakeRegistry registry = new FakeRegistry();
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final SingleObjects forms =
      new FramedRecords(new WriterSchemas(new PatientRegistry(registry.config()), now::get));

  @AfterEach
  void close() {
    registry.close();
  }

  @Test
  void aRecordOfAReleasedSchemaIsTheSameButForWhatStandsBeforeIt() throws Exception {
    registry.has(TopicSchemas.released(Topics.CLICKSTREAM));
    byte[] single = Wire.view("ann", NOON);
    ClickstreamEvent view = ClickstreamEvent.getDecoder().decode(single);
    assertThat(of(Framed.bytes(7, view))).isEqualTo(single);
    assertThat(registry.asked()).containsExactly("GET /schemas/ids/7");
  }

  @Test
  void aSchemaIsAskedForOnce() throws Exception {
    registry.has(CURRENT);
    byte[] record = Framed.bytes(7, ClickstreamEvent.getDecoder().decode(Wire.view("ann", NOON)));
    of(record);
    of(record);
    assertThat(registry.asked()).hasSize(1);
  }

  @Test
  void aRecordInSingleObjectEncodingNeedsNoRegistry() throws Exception {
    byte[] single = Wire.view("ann", NOON);
    assertThat(of(single)).isSameAs(single);
    assertThat(registry.asked()).isEmpty();
  }

  @Test
  void aFieldThatTheWriterHasMoreIsLeftOutAndOneItHasNotTakesItsDefault() throws Exception {
    Schema writer =
        schema("{'name':'colour','type':'string'},{'name':'customerId','type':'string'}");
    registry.has(writer);
    GenericRecord record = record(writer, "VIEW");
    record.put("colour", "red");
    record.put("customerId", "ann");
    ClickstreamEvent read = ClickstreamEvent.getDecoder().decode(of(Framed.bytes(7, record)));
    assertThat(read.getCustomerId()).isEqualTo("ann");
    assertThat(read.getType()).isEqualTo(ClickType.VIEW);
    assertThat(read.getTime()).isEqualTo(NOON);
    assertThat(read.getItem()).isNull();
  }

  @Test
  void aSymbolThatThisReleaseDoesNotKnowReadsAsUnknown() throws Exception {
    Schema writer = schema("{'name':'item','type':'string','default':''}");
    registry.has(writer);
    GenericRecord record = record(writer, "SMELL");
    record.put("item", "tea");
    ClickstreamEvent read = ClickstreamEvent.getDecoder().decode(of(Framed.bytes(7, record)));
    assertThat(read.getType()).isEqualTo(ClickType.UNKNOWN);
  }

  @Test
  void aRecordOfAnotherTopicIsNotThisOne() throws Exception {
    Schema writer = SchemaOf.json("{'type':'record','name':'Other','fields':[]}");
    registry.has(writer);
    RefusedFrame refused = refused(Framed.bytes(7, new GenericData.Record(writer)));
    assertThat(refused.reason()).isEqualTo(RejectionReason.UNREADABLE);
  }

  @Test
  void aRecordThatEndsTooSoonIsUnreadable() {
    registry.has(schema("{'name':'item','type':'string'}"));
    assertThat(refused(new byte[] {0, 0, 0, 0, 7, 2}).reason())
        .isEqualTo(RejectionReason.UNREADABLE);
    assertThat(refused(new byte[] {0, 0, 0}).reason()).isEqualTo(RejectionReason.UNREADABLE);
  }

  @Test
  @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void anArrayOfNothingsDoesNotKeepTheJobBusyForEver() throws IOException {
    registry.has(schema("{'name':'waste','type':{'type':'array','items':'null'}}"));
    RefusedFrame refused = refused(framedView(extra -> extra.writeLong(1L << 62)));
    assertThat(refused.reason()).isEqualTo(RejectionReason.UNREADABLE);
    assertThat(refused)
        .hasMessage(
            "schema 7 has an array whose items, null, take no bytes: write their number instead");
  }

  @Test
  void aSchemaWithinItselfDoesNotEndTheStack() throws IOException {
    registry.has(
        schema(
            "{'name':'chain','type':{'type':'record','name':'Link','fields':"
                + "[{'name':'next','type':['null','Link']}]}}"));
    RefusedFrame refused =
        refused(
            framedView(
                extra -> {
                  for (int link = 0; link < 1_000_000; link++) {
                    extra.writeIndex(1);
                  }
                  extra.writeIndex(0);
                }));
    assertThat(refused.reason()).isEqualTo(RejectionReason.UNREADABLE);
    assertThat(refused).hasMessageStartingWith("schema 7 is recursive: com.shop.Link lies within");
  }

  @Test
  void aSchemaThatEndsTheStackOfAvrosParserIsRefused() {
    String links =
        IntStream.rangeClosed(1, 8_000)
            .mapToObj(link -> link("L" + link, link == 8_000 ? "int" : "L" + (link + 1)))
            .collect(Collectors.joining(","));
    String schema = "{'type':'record','name':'R','fields':[%s]}".formatted(links);
    ObjectNode answer = new ObjectMapper().createObjectNode();
    registry.says(200, answer.put("schema", schema.replace('\'', '"')).toString());
    assertThat(refused(new byte[] {0, 0, 0, 0, 7}))
        .hasMessage("schema 7 is nested deeper than 32 levels: flatten it");
  }

  @Test
  void anIdThatTheRegistryDoesNotHaveIsAnUnknownSchema() {
    registry.hasNoSuch();
    RefusedFrame refused = refused(new byte[] {0, 0, 0, 1, 2, 0});
    assertThat(refused.reason()).isEqualTo(RejectionReason.UNKNOWN_SCHEMA);
    assertThat(refused).hasMessageContaining("258");
  }

  @Test
  void anIdBeyondWhatRegistriesGiveIsNotEvenAskedFor() {
    RefusedFrame refused = refused(new byte[] {0, -1, -1, -1, -1, 0});
    assertThat(refused.reason()).isEqualTo(RejectionReason.UNKNOWN_SCHEMA);
    assertThat(registry.asked()).isEmpty();
  }

  @Test
  void aSchemaThatWasMissingIsAskedForAgainAfterAWhile() throws Exception {
    registry.hasNoSuch().has(CURRENT);
    byte[] record = Framed.bytes(7, ClickstreamEvent.getDecoder().decode(Wire.view("ann", NOON)));
    refused(record);
    now.set(Instant.EPOCH.plus(Duration.ofMillis(9_999)));
    refused(record);
    assertThat(registry.asked()).hasSize(1);
    now.set(Instant.EPOCH.plus(Duration.ofMillis(10_000)));
    assertThat(of(record)).isEqualTo(Wire.view("ann", NOON));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"schema\":\"{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"r\\\",\\\"fields\\\":[{\\\"name\\\":\\\"f\\\","
            + "\\\"type\\\":\\\"int\\\",\\\"order\\\":\\\"none\\\"}]}\"}",
        "{\"schema\":\"syntax = 'proto3';\",\"schemaType\":\"PROTOBUF\"}",
        "{\"schema\":\"\\\"string\\\"\",\"references\":[{\"name\":\"a\",\"subject\":\"a\"}]}",
        "{\"schema\":\"{\\\"type\\\":\\\"recor\"}",
        "{\"schema\":\"\"}"
      })
  void aSchemaThatIsNoneForTheseRecordsIsRefusedForGood(String answer) {
    registry.says(200, answer);
    assertThat(refused(new byte[] {0, 0, 0, 0, 7}).reason()).isEqualTo(RejectionReason.UNREADABLE);
    refused(new byte[] {0, 0, 0, 0, 7});
    assertThat(registry.asked()).hasSize(1);
  }

  @Test
  void anAnswerWithoutMeasureIsNotBelieved() {
    registry.says(200, "{\"schema\":\"" + "x".repeat(BoundedBody.MOST_BYTES) + "\"}");
    RefusedFrame refused = refused(new byte[] {0, 0, 0, 0, 7});
    assertThat(refused.reason()).isEqualTo(RejectionReason.UNREADABLE);
    assertThat(refused).hasMessageContaining("bytes");
  }

  @Test
  void withoutARegistryTheRefusalSaysWhatToSet() {
    SingleObjects none = SingleObjects.of(RegistryConfig.NONE);
    byte[] framed = {0, 0, 0, 0, 7};
    assertThat(catchThrowableOfType(RefusedFrame.class, () -> none.of(Topics.CART, framed)))
        .hasMessageContaining("schema.registry.url")
        .extracting(RefusedFrame::reason)
        .isEqualTo(RejectionReason.UNREADABLE);
  }

  @Test
  void nothingIsNothing() throws Exception {
    assertThat(of(null)).isNull();
    assertThat(of(new byte[0])).isEmpty();
  }

  private byte[] of(byte[] record) throws RefusedFrame {
    return forms.of(Topics.CLICKSTREAM, record);
  }

  private RefusedFrame refused(byte[] record) {
    return catchThrowableOfType(RefusedFrame.class, () -> of(record));
  }

  /** A clickstream of somebody who has not our schema: a few of its fields, and others. */
  private static Schema schema(String fields) {
    return SchemaOf.json(
        "{'type':'record','name':'ClickstreamEvent','namespace':'com.shop','fields':["
            + "{'name':'time','type':'long'},{'name':'type','type':{'type':'enum',"
            + "'name':'ClickType','symbols':['VIEW','SMELL']}},"
            + fields
            + "]}");
  }

  private static String link(String name, String next) {
    return "{'name':'%s','type':{'type':'record','name':'%s','fields':[{'name':'n','type':'%s'}]}}"
        .formatted(name, name, next);
  }

  private interface Extra {
    void write(BinaryEncoder to) throws IOException;
  }

  /** A record of that clickstream, with the bytes of its last field as they are given. */
  private static byte[] framedView(Extra extra) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(Frame.of(7));
    BinaryEncoder to = EncoderFactory.get().binaryEncoder(bytes, null);
    to.writeLong(NOON);
    to.writeEnum(0);
    extra.write(to);
    to.flush();
    return bytes.toByteArray();
  }

  private static GenericRecord record(Schema writer, String type) {
    GenericRecord record = new GenericData.Record(writer);
    record.put("time", NOON);
    record.put("type", new GenericData.EnumSymbol(writer.getField("type").schema(), type));
    return record;
  }
}
