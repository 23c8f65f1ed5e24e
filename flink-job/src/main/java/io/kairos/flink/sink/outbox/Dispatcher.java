package io.kairos.flink.sink.outbox;

import io.kairos.flink.config.Unproven;
import java.io.IOException;
import java.util.Collection;
import java.util.function.LongSupplier;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends batches once the checkpoint that holds them is complete. A batch whose fate nobody knows,
 * after a crash say, is asked for by the sender's receipt before it is sent again.
 *
 * <p>Any failure ends the attempt: the job restarts from the checkpoint that holds the batch.
 */
final class Dispatcher implements Committer<Batch> {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  private final ClientSettings clients;
  private final Proof proof;
  private final LongSupplier wallMillis;
  private Sender open;

  /**
   * How long the absence of a receipt proves something.
   *
   * @param millis the broker forgets a receipt after so long
   * @param unproven what becomes of an older batch without one
   */
  record Proof(long millis, Unproven unproven) {}

  Dispatcher(ClientSettings clients, Proof proof, LongSupplier wallMillis) {
    this.clients = clients;
    this.proof = proof;
    this.wallMillis = wallMillis;
  }

  @Override
  public void commit(Collection<CommitRequest<Batch>> requests)
      throws IOException, InterruptedException {
    for (CommitRequest<Batch> request : requests) {
      try {
        commit(request);
        Waiting.gone(request.getCommittable());
      } catch (InterruptException interrupted) {
        // Kafka has set the flag of the thread beside throwing it.
        Thread.interrupted();
        close();
        throw new InterruptedException(interrupted.getMessage());
      } catch (KafkaException failed) {
        close();
        throw new IOException(
            "The triggers of a checkpoint could not be sent and wait for the next attempt: "
                + request.getCommittable(),
            failed);
      }
    }
  }

  private void commit(CommitRequest<Batch> request) {
    Batch batch = request.getCommittable();
    Sender sender = sender(batch);
    if (sender.hasSent(batch)) {
      request.signalAlreadyCommitted();
    } else if (proven(sender, batch)) {
      sender.send(batch);
    } else if (proof.unproven() == Unproven.REFUSE) {
      throw new UnprovenBatch(batch, proof.millis());
    } else if (proof.unproven() == Unproven.SEND) {
      LOG.warn("Sent, perhaps for the second time: {}", batch);
      sender.send(batch);
    } else {
      LOG.warn("Skipped, perhaps never sent: {}", batch);
      request.signalAlreadyCommitted();
    }
  }

  private boolean proven(Sender sender, Batch batch) {
    return sender.hasReceipt() || wallMillis.getAsLong() - batch.madeMillis() < proof.millis();
  }

  /** The one that is open, if it is that of the batch: in steady running it always is. */
  private Sender sender(Batch batch) {
    if (open == null || !open.name().equals(batch.sender())) {
      close();
      open = Sender.open(clients, batch.sender(), batch.topic());
    }
    return open;
  }

  @Override
  public void close() {
    if (open != null) {
      open.close();
      open = null;
    }
  }
}
