package io.kairos.local.replay;

import io.kairos.flink.config.KairosOptions;
import io.kairos.local.CommandError;
import io.kairos.local.LocalJob;
import io.kairos.local.LocalStack;
import io.kairos.local.StopSignal;
import io.kairos.local.cluster.JobFailure;
import io.kairos.local.cluster.JobMetrics;
import io.kairos.local.cluster.RunningJob;
import io.kairos.local.imports.ImportCounts;
import io.kairos.local.imports.ImportReport;
import io.kairos.local.imports.ImportRequest;
import io.kairos.local.imports.SortedImport;
import io.kairos.local.kafka.TopicTime;
import io.kairos.local.traffic.FeedProducer;
import io.kairos.local.traffic.TrafficFeed;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.runtime.client.JobExecutionException;

/** One replay: the file into the topics, the job over the topics, and what came out. */
public final class Replay {
  private static final Duration POLL = Duration.ofMillis(200);

  /**
   * How many events the fastest partition may be ahead of the slowest, roughly: as many as the
   * waiting room holds with ease, so that partitions are seldom held back.
   */
  private static final long EVENTS_AHEAD = 500_000;

  private final ReplayRequest request;
  private final Progress progress;
  private final PrintWriter out;

  /**
   * @param out takes the report
   * @param err takes progress
   */
  public Replay(ReplayRequest request, PrintWriter out, PrintWriter err) {
    this.request = request;
    this.out = out;
    this.progress = new Progress(err);
  }

  /** Where a replay takes its broker and cluster from. */
  public interface Stage {
    LocalStack open(int parallelism, StopSignal stop) throws Exception;
  }

  /** Runs it to its end, on a broker and a cluster of its own. */
  public void run() throws Exception {
    run((parallelism, stop) -> LocalStack.start(parallelism, TopicTime.REPLAY, stop));
  }

  /** Runs it to its end. */
  public void run(Stage stage) throws Exception {
    try (StopSignal stop = StopSignal.install()) {
      run(stage, stop);
    }
  }

  void run(Stage stage, StopSignal stop) throws Exception {
    try (SortedImport events = read(stop)) {
      assumptions();
      new ImportReport(request.format(), events.counts()).lines().forEach(this::say);
      if (events.counts().events() == 0) {
        throw new CommandError(
            "nothing to replay: %s gave no event; see above what was left out, and check --format"
                    .formatted(request.file())
                + " and --until");
      }
      progress.say("Starting Kafka and Flink ...");
      try (LocalStack stack = stage.open(request.run().parallelism(), stop)) {
        run(stack, events, stop);
      }
    }
  }

  private SortedImport read(StopSignal stop) throws IOException {
    ImportRequest file =
        ImportRequest.of(request.file())
            .withProgress(
                (bytes, total) -> {
                  stop.throwIfRequested();
                  progress.reading(bytes, total);
                });
    try {
      return SortedImport.open(request.format(), request.until().map(file::withUntil).orElse(file));
    } finally {
      progress.done();
    }
  }

  private void assumptions() {
    say(
        "Amounts in %s, times in %s, consent assumed for %s."
            .formatted(
                request.format().currency(),
                zone(),
                String.join(" and ", request.run().consent())));
    say(request.format().description());
  }

  private void run(LocalStack stack, SortedImport events, StopSignal stop) throws Exception {
    try (TrafficFeed feed =
        new TrafficFeed(
            FeedProducer.connect(stack.kafka().bootstrapServers()), stack.topicPrefix())) {
      feed.feedAll(new StoppableIterator(events, stop, progress, events.counts().events()));
    }
    progress.done();
    stop.throwIfRequested();
    Instant end = request.until().orElse(events.counts().span().last());
    long started = System.nanoTime();
    RunningJob job = LocalJob.submit(stack, options(events.counts(), end));
    JobExecutionResult result = await(job, stack, stop);
    Duration took = Duration.ofNanos(System.nanoTime() - started);
    int restarts = job.restarts();
    progress.done();
    ReplayResults results = ReplayResults.read(stack, request.run().out(), stop);
    new ReplaySummary(result.getAllAccumulatorResults(), results, request.format().currency())
        .lines(took, end, restarts)
        .forEach(this::say);
  }

  private Map<String, String> options(ImportCounts counts, Instant end) {
    Map<String, String> options = new HashMap<>(request.run().options());
    options.putAll(fixed(counts, end));
    return options;
  }

  private Map<String, String> fixed(ImportCounts counts, Instant end) {
    return Map.of(
        KairosOptions.BOUNDED.key(),
        "true",
        KairosOptions.END.key(),
        Long.toString(end.toEpochMilli()),
        KairosOptions.END_CHECK.key(),
        "0 s",
        KairosOptions.ALIGNMENT.key(),
        alignment(counts).toMillis() + " ms",
        KairosOptions.CURRENCY.key(),
        request.format().currency(),
        KairosOptions.TIME_ZONE.key(),
        request.format().zone().getId(),
        KairosOptions.ASSUMED_CONSENT.key(),
        String.join(";", request.run().consent()),
        KairosOptions.MODE.key(),
        "replay");
  }

  /** A window of event time that holds about {@link #EVENTS_AHEAD} events, at least a minute. */
  private static Duration alignment(ImportCounts counts) {
    Duration span = Duration.between(counts.span().first(), counts.span().last());
    long windows = 1 + counts.events() / EVENTS_AHEAD;
    Duration window = span.dividedBy(windows);
    Duration least = Duration.ofMinutes(1);
    return window.compareTo(least) < 0 ? least : window;
  }

  private JobExecutionResult await(RunningJob job, LocalStack stack, StopSignal stop)
      throws Exception {
    JobMetrics metrics = JobMetrics.of(stack.cluster().webAddress(), job.jobId());
    while (!job.isEnded()) {
      stop.await(POLL);
      stop.throwIfRequested();
      progress.running(metrics::read);
    }
    try {
      return job.awaitEnd();
    } catch (JobExecutionException failed) {
      throw JobFailure.of(failed);
    }
  }

  private String zone() {
    ZoneId zone = request.format().zone();
    return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }
}
