package io.kairos.local.backtest;

import io.kairos.flink.source.Ingested;
import io.kairos.flink.source.Intake;
import io.kairos.local.StopSignal;
import io.kairos.local.backtest.EventSource.Arrival;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Takes the records of a source and cleans them on a thread of its own, while the source reads on.
 * What the job's intake refuses is refused here.
 */
final class Ingestion implements EventSource.RecordTaker, AutoCloseable {
  private static final int BATCH_RECORDS = 512;
  private static final int BATCHES_AHEAD = 8;
  private static final List<Arrival> END = new ArrayList<>();

  private final Intake intake;
  private final EventStore store;
  private final Period period;
  private final StopSignal stop;
  private final InputTally tally = new InputTally();
  private final BlockingQueue<List<Arrival>> queue = new ArrayBlockingQueue<>(BATCHES_AHEAD);
  private final FutureTask<InputTally> cleaning = new FutureTask<>(this::clean);
  private final Thread thread = new Thread(cleaning, "backtest-cleaning");
  private List<Arrival> batch = new ArrayList<>(BATCH_RECORDS);

  private Ingestion(Intake intake, EventStore store, Period period, StopSignal stop) {
    this.intake = intake;
    this.store = store;
    this.period = period;
    this.stop = stop;
  }

  /**
   * Starts the thread.
   *
   * @param period events after its end are left out
   */
  static Ingestion start(Intake intake, EventStore store, Period period, StopSignal stop) {
    intake.open(null);
    Ingestion ingestion = new Ingestion(intake, store, period, stop);
    ingestion.thread.setDaemon(true);
    ingestion.thread.start();
    return ingestion;
  }

  @Override
  public void take(Arrival arrival) throws IOException {
    batch.add(arrival);
    if (batch.size() == BATCH_RECORDS) {
      stop.throwIfRequested();
      pass();
    }
  }

  /** Waits until all is cleaned and stored; returns what came in. */
  InputTally finish() throws IOException {
    pass();
    put(END);
    return result();
  }

  /** Ends the thread, whatever it does. */
  @Override
  public void close() {
    thread.interrupt();
  }

  private void pass() throws IOException {
    if (!queue.offer(batch)) {
      put(made(batch));
    }
    batch = new ArrayList<>(BATCH_RECORDS);
  }

  /** Where cleaning is behind, the source's thread makes the records, so that it helps. */
  private static List<Arrival> made(List<Arrival> arrivals) {
    List<Arrival> made = new ArrayList<>(arrivals.size());
    for (Arrival arrival : arrivals) {
      ConsumerRecord<byte[], byte[]> record = arrival.record();
      made.add(() -> record);
    }
    return made;
  }

  private void put(List<Arrival> arrivals) throws IOException {
    try {
      while (!queue.offer(arrivals, 1, TimeUnit.SECONDS)) {
        if (cleaning.isDone()) {
          result();
        }
      }
    } catch (InterruptedException ended) {
      throw interrupted();
    }
  }

  private InputTally result() throws IOException {
    try {
      return cleaning.get();
    } catch (InterruptedException ended) {
      throw interrupted();
    } catch (ExecutionException failed) {
      throw Failure.of(failed);
    }
  }

  private static InterruptedIOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException("interrupted while reading");
  }

  private InputTally clean() throws IOException, InterruptedException {
    for (List<Arrival> arrivals = queue.take(); arrivals != END; arrivals = queue.take()) {
      for (Arrival arrival : arrivals) {
        clean(intake.ingest(arrival.record()));
      }
    }
    return tally;
  }

  private void clean(Ingested in) throws IOException {
    if (period.reaches(in.positionMillis())) {
      tally.add(in);
      if (in.envelope() != null) {
        store.add(in.envelope());
      }
    }
  }
}
