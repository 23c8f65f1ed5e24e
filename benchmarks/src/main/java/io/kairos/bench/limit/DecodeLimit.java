package io.kairos.bench.limit;

import io.kairos.bench.contract.RunOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** L1: the events are polled and decoded. */
public final class DecodeLimit {
  private DecodeLimit() {}

  public static void main(String[] args) throws Exception {
    RunOptions options = RunOptions.of(args);
    Decoder decoder = new Decoder(options);
    // Printed in the end, so that no compiler finds the decoding useless.
    long[] fields = new long[1];
    new Reading(options)
        .all(
            records -> {
              for (ConsumerRecord<byte[], byte[]> record : records) {
                fields[0] += decoder.decode(record).getSchema().getFields().size();
              }
            });
    System.out.println(fields[0] + " fields");
  }
}
