package io.kairos.local.backtest;

import io.kairos.engine.trigger.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes examples: who was spoken to when, why, and the values behind that.
 *
 * @param first start of the first line of each
 * @param indent start of its other lines
 */
record ExampleText(Canvas canvas, String first, String indent) {

  List<String> lines(Example example) {
    String step = example.step().isEmpty() ? "" : ", step " + example.step();
    String who =
        "%s to customer %s by %s%s"
            .formatted(example.at(), example.customerId(), example.channel(), step);
    List<String> lines = new ArrayList<>();
    lines.addAll(canvas.wrapped(first, indent, who));
    lines.addAll(canvas.wrapped(indent, example.reason()));
    if (!example.evidence().isEmpty()) {
      lines.addAll(canvas.wrapped(indent, evidence(example.evidence())));
    }
    lines.addAll(canvas.wrapped(indent, "id " + example.id()));
    return lines;
  }

  private static String evidence(List<Evidence> evidence) {
    return evidence.stream()
        .map(one -> one.name() + " " + one.value() + limit(one.limit()))
        .collect(Collectors.joining("; "));
  }

  private static String limit(String limit) {
    return limit == null ? "" : " (limit " + limit + ")";
  }
}
