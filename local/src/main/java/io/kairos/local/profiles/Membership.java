package io.kairos.local.profiles;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema.Field;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.IndexedRecord;

/**
 * What one customer belongs to.
 *
 * @param tier name of the tier
 * @param stage lifecycle stage; empty if there is none
 * @param segments names of the segments that hold
 */
record Membership(String tier, Optional<String> stage, List<String> segments) {
  /** All fields that it is read from, and one that every profile has and other records lack. */
  static final List<String> FIELDS = List.of("customerId", "asOf", "tier", "stage", "segments");

  private static final String NONE = "none";

  Membership {
    segments = List.copyOf(segments);
  }

  /** Segments may be names, or records with a name. */
  static Membership of(GenericRecord profile) {
    Object segments = field(profile, "segments").orElse(List.of());
    return new Membership(
        field(profile, "tier").map(Object::toString).orElse(NONE),
        field(profile, "stage").map(Object::toString).filter(stage -> !stage.isEmpty()),
        ((Collection<?>) segments).stream().map(Membership::name).distinct().toList());
  }

  private static String name(Object segment) {
    return segment instanceof IndexedRecord record
        ? field(record, "name").orElse(record).toString()
        : segment.toString();
  }

  private static Optional<Object> field(IndexedRecord record, String name) {
    Field field = record.getSchema().getField(name);
    return Optional.ofNullable(field).map(known -> record.get(known.pos()));
  }
}
