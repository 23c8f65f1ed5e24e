package io.kairos.local.view;

import java.util.ArrayList;
import java.util.List;

/** The table of topics. Dead letters, when there are any, catch the eye. */
final class TopicsPanel implements Panel {
  private static final String ROW = "%-13s%11s%9s";
  private static final String DEAD_LETTERS = "dead-letters";

  @Override
  public List<Line> lines(Snapshot snapshot, int width) {
    List<Line> lines = new ArrayList<>();
    lines.add(Line.of(ROW.formatted("TOPICS", "records", "per s"), Style.DIM));
    snapshot.topics().forEach(topic -> lines.add(row(topic)));
    return lines;
  }

  /** A quiet topic is to look quiet. */
  private static String rate(TopicFill topic) {
    String rate = Figures.rate(topic.perSecond());
    return rate.equals("0") ? "·" : rate;
  }

  private static Line row(TopicFill topic) {
    String text = ROW.formatted(topic.name(), Figures.count(topic.records()), rate(topic));
    boolean alarming = topic.name().equals(DEAD_LETTERS) && topic.records() > 0;
    return Line.of(text, alarming ? Style.ALARM : Style.PLAIN);
  }
}
