package io.kairos.engine.rule;

import io.kairos.engine.condition.Condition;
import io.kairos.engine.fact.Facts;
import io.kairos.engine.fact.GroupNames;
import io.kairos.engine.segment.Segment;
import io.kairos.engine.segment.Standing;
import io.kairos.engine.segment.TierLadder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads stages and segments of a rule file. */
final class SegmentReader {
  private final Section file;
  private final Conditions conditions;
  private final List<String> names = new ArrayList<>();

  SegmentReader(Section file, Conditions conditions) {
    this.file = file;
    this.conditions = conditions;
  }

  /** The names of all groups, in their order. */
  static GroupNames names(Section file, TierLadder tiers) {
    Set<String> names = new LinkedHashSet<>();
    addNames(file, "stages", names);
    List<String> stages = List.copyOf(names);
    addNames(file, "segments", names);
    return new GroupNames(tiers.labels(), stages, List.copyOf(names));
  }

  private static void addNames(Section file, String list, Set<String> names) {
    for (Section one : file.sections(list, "segment")) {
      if (!names.add(name(one))) {
        throw one.wrong("id", "two stages or segments have this name");
      }
    }
  }

  private static String name(Section section) {
    return section.kebab("id", Segment.LONGEST_NAME);
  }

  /** The stages: the last, and only the last, has no condition. */
  List<Segment> stages() {
    List<Section> sections = file.sections("stages", "stage");
    List<Segment> stages = new ArrayList<>();
    for (Section section : sections) {
      boolean last = stages.size() == sections.size() - 1;
      if (section.has("when") == last) {
        throw section.wrong(
            "when",
            "every stage but the last has a condition; the last is for all whom no other takes");
      }
      stages.add(last ? always(section) : segment(section, true));
    }
    stages.forEach(stage -> names.add(stage.name()));
    return stages;
  }

  private static Segment always(Section section) {
    section.only("id", "note");
    return Segment.of(name(section), null);
  }

  List<Segment> segments() {
    List<Segment> segments = new ArrayList<>();
    for (Section section : file.sections("segments", "segment")) {
      Segment segment = segment(section, false);
      names.add(segment.name());
      segments.add(segment);
    }
    if (segments.size() > Standing.MOST) {
      throw file.wrong("segments", "at most " + Standing.MOST + " can be declared");
    }
    return segments;
  }

  private Segment segment(Section section, boolean stage) {
    section.only("id", "note", "when");
    String text = section.text("when");
    boolean asks = text.contains("segment");
    Conditions known = asks ? conditions.among(names) : conditions;
    Condition<Facts> when = known.read(section, "when", text);
    if (stage && when.variables().contains("stage")) {
      throw section.wrong("when", "a stage cannot depend on the stage");
    }
    return Segment.of(name(section), when);
  }
}
