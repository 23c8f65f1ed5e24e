package io.kairos.local.backtest;

import io.kairos.local.history.Timeliness;
import java.io.IOException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Where the events of a backtest come from. */
public interface EventSource {

  /** Stands before the names of the topics that the records bear. */
  String topicPrefix();

  /** How the job of these topics judges when an event comes. */
  default Timeliness timeliness() {
    return Timeliness.USUAL;
  }

  /**
   * Passes on records of the input topics as a log holds them, in any order of customers. Some may
   * lie after the end of the period: they are left out later.
   *
   * @return what to tell people about the input, line by line
   * @throws IOException if it cannot be read
   */
  List<String> read(Period period, RecordTaker taker, Watch watch) throws IOException;

  /** Takes the records. */
  interface RecordTaker {
    void take(Arrival arrival) throws IOException;
  }

  /** A record, made where it is needed: the source's own thread has enough to do. */
  interface Arrival {
    ConsumerRecord<byte[], byte[]> record();
  }
}
