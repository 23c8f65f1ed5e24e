package io.kairos.local;

import io.kairos.local.kafka.TopicTime;
import java.io.PrintWriter;
import java.time.Duration;

/** One demo, from the start of the broker to the last line. */
final class Demo {

  private static final Duration FOR_EVER = Duration.ofDays(365);

  private final DemoSettings settings;
  private final PrintWriter out;

  Demo(DemoSettings settings, PrintWriter out) {
    this.settings = settings;
    this.out = out;
  }

  /** Runs until its time is over or it is asked to stop, and leaves nothing behind. */
  void run() throws Exception {
    try (StopSignal stop = StopSignal.install()) {
      say("Starting Kafka and Flink ...");
      try (LocalStack stack = LocalStack.start(settings.parallelism(), TopicTime.REPLAY, stop)) {
        say("Kafka     " + stack.kafka().bootstrapServers());
        say("Flink UI  " + stack.cluster().webAddress());
        run(stack, stop);
        say("Stopping ...");
      }
    }
  }

  private void run(LocalStack stack, StopSignal stop) throws InterruptedException {
    stop.await(settings.duration().orElse(FOR_EVER));
    say("Records   " + stack.topics().endOffsets());
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }
}
