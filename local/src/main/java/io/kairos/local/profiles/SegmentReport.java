package io.kairos.local.profiles;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kairos.local.view.Columns;
import io.kairos.local.view.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Sizes of segments, stages and tiers as text for people and as JSON. */
public final class SegmentReport {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LEAST_WIDTH = 16;

  private final SegmentSizes sizes;

  public SegmentReport(SegmentSizes sizes) {
    this.sizes = sizes;
  }

  /** The lines, without line ends. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    int width = nameWidth();
    lines.add(row("", width, "customers", "share"));
    lines.add(row("All", width, Figures.count(sizes.customers()), ""));
    add("Segments", sizes.segments(), width, lines);
    if (!sizes.stages().isEmpty()) {
      add("Lifecycle stages", sizes.stages(), width, lines);
    }
    add("Tiers", sizes.tiers(), width, lines);
    return lines;
  }

  /** One object in one line; shares are from 0 to 1. */
  public String json() {
    ObjectNode root = JSON.createObjectNode().put("customers", sizes.customers());
    add("segments", sizes.segments(), root);
    add("stages", sizes.stages(), root);
    add("tiers", sizes.tiers(), root);
    return root.toString();
  }

  private void add(String title, List<GroupSize> groups, int width, List<String> lines) {
    lines.add("");
    lines.add(title);
    if (groups.isEmpty()) {
      lines.add("  nobody is in one");
    }
    for (GroupSize group : groups) {
      String name = "  " + Columns.harmless(group.name());
      lines.add(row(name, width, Figures.count(group.customers()), Notation.percent(share(group))));
    }
  }

  private void add(String name, List<GroupSize> groups, ObjectNode root) {
    ArrayNode list = root.putArray(name);
    for (GroupSize group : groups) {
      list.addObject()
          .put("name", group.name())
          .put("customers", group.customers())
          .put("share", share(group));
    }
  }

  private double share(GroupSize group) {
    return (double) group.customers() / sizes.customers();
  }

  private int nameWidth() {
    return Stream.of(sizes.segments(), sizes.stages(), sizes.tiers())
        .flatMap(List::stream)
        .mapToInt(group -> 2 + Columns.width(Columns.harmless(group.name())))
        .reduce(LEAST_WIDTH, Math::max);
  }

  private static String row(String name, int width, String customers, String share) {
    String padding = " ".repeat(width - Columns.width(name));
    return (name + padding + "%12s%10s".formatted(customers, share)).stripTrailing();
  }
}
