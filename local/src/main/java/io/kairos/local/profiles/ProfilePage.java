package io.kairos.local.profiles;

import io.kairos.local.view.Columns;
import io.kairos.local.view.EventTimes;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema.Field;
import org.apache.avro.generic.GenericRecord;

/** One customer's profile as text for people, section by section, in the order of the schema. */
public final class ProfilePage {
  private final GenericRecord profile;
  private final ZoneId zone;

  /**
   * @param zone of all times
   */
  public ProfilePage(GenericRecord profile, ZoneId zone) {
    this.profile = profile;
    this.zone = zone;
  }

  /** The lines, without line ends. */
  public List<String> lines() {
    String currency = field("currency").map(Object::toString).orElse("");
    EventTimes times = new EventTimes(zone);
    Outline outline = new Outline(new Notation(currency, times));
    sections()
        .forEach(
            (section, fields) -> {
              outline.title(section.title());
              fields.forEach(field -> outline.field(field, profile.get(field.pos())));
            });
    List<String> lines = new ArrayList<>();
    lines.add(
        "Customer "
            + field("customerId")
                .map(Object::toString)
                .map(Columns::harmless)
                .orElse(Notation.UNKNOWN));
    field("asOf")
        .ifPresent(asOf -> lines.add("as of %s %s".formatted(times.full((long) asOf), zoneName())));
    lines.add("");
    lines.addAll(outline.lines());
    return lines;
  }

  private Map<Section, List<Field>> sections() {
    Map<Section, List<Field>> sections = new EnumMap<>(Section.class);
    for (Field field : profile.getSchema().getFields()) {
      Section section = Section.of(field.name());
      if (section != Section.HEAD && !Outline.isUnknown(profile.get(field.pos()))) {
        sections.computeIfAbsent(section, absent -> new ArrayList<>()).add(field);
      }
    }
    return sections;
  }

  private String zoneName() {
    return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
  }

  private Optional<Object> field(String name) {
    return Optional.ofNullable(profile.getSchema().getField(name))
        .map(known -> profile.get(known.pos()));
  }
}
