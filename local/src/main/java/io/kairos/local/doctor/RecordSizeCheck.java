package io.kairos.local.doctor;

import io.kairos.flink.source.TopicCheck;
import io.kairos.wire.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** Whether what an input may hold fits through all that comes after. */
final class RecordSizeCheck implements Check {
  private static final String KEY = "max.message.bytes";

  @Override
  public List<Finding> look(Installation at) {
    List<Finding> findings = new ArrayList<>();
    at.topics().of(Topics.DEAD_LETTERS).ifPresent(letters -> addRoom(letters, at, findings));
    at.topics().inputs().forEach(input -> addInput(input, at, findings));
    return findings;
  }

  private static void addRoom(SeenTopic letters, Installation at, List<Finding> findings) {
    OptionalLong room =
        letters.settings().map(settings -> settings.number(KEY)).orElse(OptionalLong.empty());
    if (room.isEmpty()) {
      return;
    }
    long needed = TopicCheck.largestLetter(at.setup().config());
    if (room.getAsLong() >= needed) {
      findings.add(Finding.ok(KEY, letters.name(), text("%,d bytes", room.getAsLong())));
      return;
    }
    findings.add(
        Finding.wrong(
            KEY,
            letters.name(),
            text("%,d bytes, but a dead letter may take %,d", room.getAsLong(), needed),
            new Advice(
                "The job does not start: a record as large as source.max-record-size, if it is"
                    + " refused, would find no place.",
                at.setup().commands().set(letters.name(), KEY, needed))));
  }

  private static void addInput(SeenTopic input, Installation at, List<Finding> findings) {
    OptionalLong taken =
        input.settings().map(settings -> settings.number(KEY)).orElse(OptionalLong.empty());
    int used = at.setup().config().input().maxRecordBytes();
    if (taken.isEmpty()) {
      return;
    }
    // A batch of one record has a frame of its own, so equal limits do not collide.
    if (taken.getAsLong() <= used + (long) TopicCheck.FRAME_BYTES) {
      findings.add(Finding.ok(KEY, input.name(), text("%,d bytes", taken.getAsLong())));
      return;
    }
    findings.add(
        Finding.note(
            KEY,
            input.name(),
            text("%,d bytes, while source.max-record-size is %,d", taken.getAsLong(), used),
            new Advice(
                "A producer may write a record that the job then puts aside as TOO_LARGE.",
                at.setup().commands().set(input.name(), KEY, used))));
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
