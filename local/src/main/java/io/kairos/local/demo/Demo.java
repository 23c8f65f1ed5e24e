package io.kairos.local.demo;

import io.kairos.local.CommandError;
import io.kairos.local.LocalStack;
import io.kairos.local.StopSignal;
import io.kairos.local.cluster.JobFailure;
import io.kairos.local.cluster.RunningJob;
import io.kairos.local.kafka.TopicTime;
import io.kairos.local.traffic.Shop;
import io.kairos.local.view.DemoScreen;
import io.kairos.local.view.PlainView;
import io.kairos.local.view.Snapshot;
import io.kairos.local.view.Summary;
import io.kairos.local.view.View;
import io.kairos.local.view.ViewLoop;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One demo, from the start of the broker to the last line. */
public final class Demo {
  private static final Duration FOR_EVER = Duration.ofDays(365);
  private static final Duration POLL = Duration.ofMillis(200);

  private final DemoSettings settings;
  private final PrintStream out;

  public Demo(DemoSettings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  /** Runs until its time is over or it is asked to stop, and leaves nothing behind. */
  public void run() throws Exception {
    try (StopSignal stop = StopSignal.install()) {
      say("Starting Kafka and Flink; a run takes 1 to 2 GB of memory ...");
      Snapshot last;
      try (LocalStack stack = LocalStack.start(settings.parallelism(), topicTime(), stop);
          DemoFeed feed = feed(stack)) {
        say("Kafka     " + stack.kafka().bootstrapServers());
        say("Flink UI  " + stack.cluster().webAddress());
        DemoNote note = note(stack);
        note.write(stack.workDir().path());
        last = run(stack, feed, note, stop);
      }
      Summary.of(last, Shop.ZONE).forEach(this::say);
    }
  }

  /** Generated events are of a day in the past. */
  private TopicTime topicTime() {
    return settings.crowd().isPresent() ? TopicTime.REPLAY : TopicTime.LIVE;
  }

  private DemoFeed feed(LocalStack stack) {
    return settings
        .crowd()
        .<DemoFeed>map(crowd -> DemoTraffic.open(settings, crowd, stack))
        .orElseGet(OutsideFeed::new);
  }

  private static DemoNote note(LocalStack stack) {
    return new DemoNote(
        ProcessHandle.current().pid(),
        Instant.now(),
        stack.kafka().bootstrapServers(),
        stack.topicPrefix(),
        Shop.ZONE,
        Optional.empty());
  }

  private DemoClock clock(DemoFeed traffic) {
    return new DemoClock(
        traffic.liveStart(),
        traffic.wallStart(),
        settings.speed(),
        DemoJob.activationDelay(settings.speed()));
  }

  private Snapshot run(LocalStack stack, DemoFeed traffic, DemoNote note, StopSignal stop)
      throws Exception {
    traffic.feedHistory();
    stop.throwIfRequested();
    traffic.startLive();
    note.with(clock(traffic)).write(stack.workDir().path());
    RunningJob job = DemoJob.submit(stack, traffic, settings.speed());
    try (DemoMonitor monitor = DemoMonitor.open(stack, job, traffic, settings.speed())) {
      try (ViewLoop loop = new ViewLoop(view(), monitor)) {
        loop.start();
        await(job, List.of(monitor::throwIfFailed, loop::throwIfFailed), stop);
      }
      return monitor.get();
    }
  }

  private View view() {
    boolean live = settings.screen() == DemoSettings.Screen.LIVE && DemoScreen.isPossible();
    return live ? new DemoScreen(out, Shop.ZONE) : new PlainView(out, Shop.ZONE);
  }

  /** Nothing ends before the demo does: what has failed beside the job ends it, too. */
  private void await(RunningJob job, List<Runnable> checks, StopSignal stop) throws Exception {
    long end = System.nanoTime() + settings.duration().orElse(FOR_EVER).toNanos();
    while (System.nanoTime() < end && !stop.await(POLL) && !out.checkError()) {
      checks.forEach(Runnable::run);
      if (job.isEnded()) {
        throw job.failure()
            .map(JobFailure::of)
            .orElseGet(() -> new CommandError("the job has stopped"));
      }
    }
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }
}
