package io.kairos.flink.rules;

import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** The whole topic, always from its beginning. */
public record RulesSplit() implements SourceSplit {

  static final SimpleVersionedSerializer<RulesSplit> SERIALIZER =
      new SimpleVersionedSerializer<>() {
        @Override
        public int getVersion() {
          return 1;
        }

        @Override
        public byte[] serialize(RulesSplit split) {
          return new byte[0];
        }

        @Override
        public RulesSplit deserialize(int version, byte[] bytes) {
          return new RulesSplit();
        }
      };

  @Override
  public String splitId() {
    return "rules";
  }
}
