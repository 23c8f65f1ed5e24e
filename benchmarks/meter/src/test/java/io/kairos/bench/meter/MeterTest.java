package io.kairos.bench.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class MeterTest {

  @Test
  void countsTheGivenTopicsOnly() {
    Meter meter = new Meter(null, "clicks,orders");

    assertThat(meter.counts("clicks")).isTrue();
    assertThat(meter.counts("repartition")).isFalse();
    assertThat(new Meter(null, null).counts("repartition")).isTrue();
  }

  @Test
  void addsUpWhatWasPolled() {
    Meter meter = new Meter(null, null);
    meter.add(3);
    meter.add(0);
    meter.add(4);

    assertThat(meter.records()).isEqualTo(7);
  }

  @Test
  void leavesSamplesThatCanBeRead(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("samples");
    AtomicLong records = new AtomicLong(5);
    Sampling sampling = new Sampling(file, records::get, ProcessCpu.open());
    assertThat(SampleFile.recordsSoFar(file)).isEqualTo(5);
    records.set(9);
    sampling.end();
    records.set(99);
    sampling.end();

    SampleFile read = SampleFile.read(file);

    assertThat(read.samples()).extracting(Sample::records).containsExactly(5L, 9L);
    assertThat(read.samples()).allMatch(sample -> sample.cpuNanos() > 0);
    assertThat(read.maxRssBytes()).isPositive();
  }

  @Test
  void refusesTheSamplesOfAProcessThatBrokeOff(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("samples");
    new Sampling(file, () -> 7, ProcessCpu.open());

    assertThatIllegalArgumentException().isThrownBy(() -> SampleFile.read(file));
  }

  @Test
  void hasPolledNothingBeforeTheFirstSample(@TempDir Path folder) throws Exception {
    assertThat(SampleFile.recordsSoFar(folder.resolve("none"))).isZero();
  }

  @Test
  void doesNotCountTheCompilersTime() throws Exception {
    ProcessCpu.Reading now = ProcessCpu.open().read();

    assertThat(now.compilerNanos()).isPositive().isLessThan(now.totalNanos());
  }
}
