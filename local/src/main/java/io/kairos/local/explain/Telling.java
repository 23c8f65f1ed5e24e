package io.kairos.local.explain;

import io.kairos.local.view.Figures;
import io.kairos.local.view.Line;
import io.kairos.local.view.Style;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** A story ready to be read. */
public final class Telling {
  private final Setting setting;
  private final Story whole;
  private final Story shown;
  private final Opening opening;
  private final Closing closing;

  /**
   * @param whole all of the story
   * @param shown the part of it that is asked for
   */
  Telling(Setting setting, Story whole, Story shown, Opening opening, Closing closing) {
    this.setting = setting;
    this.whole = whole;
    this.shown = shown;
    this.opening = opening;
    this.closing = closing;
  }

  /**
   * What a reader must know before.
   *
   * @param message that is asked for; empty for none
   */
  record Opening(String message, List<String> notes) {
    Opening {
      notes = List.copyOf(notes);
    }
  }

  /**
   * What a story comes to.
   *
   * @param tallies a line for each rule; empty where one message is asked for
   * @param sentence the last one; empty for none
   */
  record Closing(List<String> tallies, String sentence) {}

  /** For people. */
  public List<Line> lines(int width) {
    StoryPage page = new StoryPage(setting.amounts(), width);
    head(page);
    page.chapters(shown.chapters());
    if (shown.chapters().isEmpty()) {
      page.heading("Nothing happened in this part of the story.");
    }
    if (!shown.ahead().isEmpty()) {
      page.heading("If nothing else happens");
      page.chapters(shown.ahead());
    }
    if (!closing.tallies().isEmpty()) {
      page.heading("Rules");
      closing.tallies().forEach(page::item);
    }
    if (!closing.sentence().isEmpty()) {
      page.gap();
      page.paragraph(Style.BOLD, closing.sentence());
    }
    return page.lines();
  }

  private void head(StoryPage page) {
    if (!opening.message().isEmpty()) {
      page.paragraph(Style.BOLD, opening.message());
    }
    page.paragraph(Style.BOLD, "Customer " + whole.customerId());
    long events = events();
    page.paragraph(
        Style.PLAIN,
        "%s, as of %s, times in %s"
            .formatted(
                events == 1 ? "1 event" : Figures.count(events) + " events",
                end().full(),
                When.name(end().zone())));
    page.paragraph(
        Style.PLAIN,
        (setting.isDraft() ? "What would have happened with " : "Told with ")
            + setting.source().name());
    opening.notes().forEach(note -> page.paragraph(Style.DIM, "Note: " + note));
  }

  private long events() {
    return whole.chapters().stream().mapToLong(chapter -> chapter.events().size()).sum();
  }

  private When end() {
    ZoneId zone = whole.end().profile().person().zone(setting.shop());
    return new When(zone, whole.endMillis());
  }

  /** One JSON object for each line of the story. */
  public List<String> json() {
    List<String> lines = new ArrayList<>();
    lines.add(
        StoryJson.head(
            whole.customerId(),
            end().iso(Instant.ofEpochMilli(whole.endMillis())),
            setting.source().name(),
            events()));
    opening.notes().forEach(note -> lines.add(StoryJson.sentence("note", note)));
    shown.chapters().forEach(c -> lines.addAll(StoryJson.lines(c, setting.amounts())));
    shown.ahead().forEach(chapter -> lines.addAll(StoryJson.ahead(chapter)));
    closing.tallies().forEach(tally -> lines.add(StoryJson.sentence("rule", tally)));
    if (!closing.sentence().isEmpty()) {
      lines.add(StoryJson.sentence("conclusion", closing.sentence()));
    }
    return lines;
  }
}
