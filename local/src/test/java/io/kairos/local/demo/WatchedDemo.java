package io.kairos.local.demo;

import io.kairos.local.LocalStack;
import io.kairos.local.StopSignal;
import io.kairos.local.kafka.FreePorts;
import io.kairos.local.kafka.TopicTime;
import io.kairos.local.traffic.FeedProducer;
import io.kairos.wire.Topics;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The demo's job, with Flink's Prometheus reporter as the page about metrics sets it up. */
final class WatchedDemo implements Closeable {
  private static final int SPEED = 120;
  private static final int BAD_RECORDS = 5;
  private static final DemoSettings.Crowd CROWD = new DemoSettings.Crowd(7, 2_000);
  private static final DemoSettings SETTINGS =
      new DemoSettings(
          SPEED,
          Optional.of(Duration.ofMinutes(5)),
          DemoSettings.Screen.PLAIN,
          2,
          Optional.of(CROWD));

  private final LocalStack stack;
  private final DemoTraffic traffic;
  private final int port;

  private WatchedDemo(LocalStack stack, DemoTraffic traffic, int port) {
    this.stack = stack;
    this.traffic = traffic;
    this.port = port;
  }

  static WatchedDemo start() throws Exception {
    int port = FreePorts.next();
    try (StopSignal stop = StopSignal.install()) {
      LocalStack stack =
          LocalStack.start(SETTINGS.parallelism(), TopicTime.REPLAY, reporter(port), stop);
      WatchedDemo demo = new WatchedDemo(stack, DemoTraffic.open(SETTINGS, CROWD, stack), port);
      demo.run();
      return demo;
    }
  }

  private void run() throws Exception {
    traffic.feedHistory();
    traffic.startLive();
    DemoJob.submit(stack, traffic, SPEED);
  }

  /** What a cluster's configuration says to be scraped. */
  private static Configuration reporter(int port) {
    Configuration flink = new Configuration();
    flink.setString("metrics.reporters", "prom");
    flink.setString(
        "metrics.reporter.prom.factory.class",
        "org.apache.flink.metrics.prometheus.PrometheusReporterFactory");
    flink.setString("metrics.reporter.prom.port", Integer.toString(port));
    flink.setString("metrics.reporter.prom.filterLabelValueCharacters", "false");
    flink.setString("state.backend.rocksdb.metrics.block-cache-hit", "true");
    flink.setString("state.backend.rocksdb.metrics.block-cache-miss", "true");
    flink.setString("execution.checkpointing.interval", "3 s");
    return flink;
  }

  /** Writes some records that nobody can read. */
  void spoil() {
    String topic = Topics.CART.name(stack.topicPrefix());
    long time = traffic.liveStart().toEpochMilli();
    byte[] bytes = "no record".getBytes(StandardCharsets.UTF_8);
    try (Producer<byte[], byte[]> producer =
        FeedProducer.connect(stack.kafka().bootstrapServers())) {
      for (int i = 0; i < BAD_RECORDS; i++) {
        producer.send(new ProducerRecord<>(topic, 0, time, bytes, bytes));
      }
    }
  }

  /** Where the reporter listens, as host:port. */
  String address() {
    return "127.0.0.1:" + port;
  }

  /** Every sample that the reporter shows now, as one line each. */
  List<String> scrape() throws IOException, InterruptedException {
    URI metrics = URI.create("http://" + address() + "/metrics");
    HttpRequest request = HttpRequest.newBuilder(metrics).timeout(Duration.ofSeconds(10)).build();
    return HttpClient.newHttpClient()
        .send(request, BodyHandlers.ofString())
        .body()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .toList();
  }

  @Override
  public void close() throws IOException {
    traffic.close();
    stack.close();
  }
}
