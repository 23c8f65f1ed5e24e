package io.kairos.local.profiles;

import static io.kairos.local.profiles.Schemas.DOUBLE;
import static io.kairos.local.profiles.Schemas.LONG;
import static io.kairos.local.profiles.Schemas.STRING;
import static io.kairos.local.profiles.Schemas.field;
import static io.kairos.local.profiles.Schemas.listOf;
import static io.kairos.local.profiles.Schemas.mapOf;
import static io.kairos.local.profiles.Schemas.maybe;
import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.wire.Profile;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;

final class ProfilePageTest {
  private static final Field ID = field("customerId", STRING, "The customer.");
  private static final Field AS_OF = field("asOf", LONG, "Current to: epoch milliseconds.");
  private static final Field CURRENCY = field("currency", STRING, "Of all amounts.");

  @Test
  void showsFieldsBySectionWithTheirValuesInOneColumn() {
    Schema schema =
        schema(
            field("zodiac", STRING, ""),
            field("cartValue", LONG, "Minor units: minor units."),
            field("city", maybe(STRING), "Null: not known."),
            field("pAlive", DOUBLE, "Probability, 0 to 1."));

    assertThat(page(schema, "leo", 1999L, "Kyoto", 0.25))
        .isEqualTo(
            """
            Customer c1
            as of Thu 1 Jan 1970  00:00:00 UTC

            Who
              city        Kyoto

            Cart
              cart value  19.99 EUR

            Prediction
              p alive     25.0 %

            More
              zodiac      leo
            """);
  }

  @Test
  void leavesOutWhatIsNotKnownAndSectionsOfNothingElse() {
    Schema schema =
        schema(
            field("city", maybe(STRING), ""),
            field("consent", mapOf(STRING), ""),
            field("segments", listOf(STRING), ""),
            field("views", LONG, ""));

    assertThat(page(schema, null, Map.of(), List.of(), 0L))
        .doesNotContain("Who", "Segments")
        .contains("views  0");
  }

  @Test
  void showsRecordsIndentedAndListsOfThemAsATable() {
    Schema line =
        Schemas.record(
            "Line",
            field("item", maybe(STRING), ""),
            field("paid", LONG, "minor units"),
            field("color", maybe(STRING), ""));
    Schema window = Schemas.record("Window", field("views", LONG, ""), field("buys", LONG, ""));
    Schema schema = schema(field("cartLines", listOf(line), ""), field("lastWeek", window, ""));

    assertThat(
            page(
                schema,
                List.of(Schemas.of(line, "茶", 500L, null), Schemas.of(line, null, 12000L, null)),
                Schemas.of(window, 7L, 1L)))
        .endsWith(
            """
            Cart
              cart lines
                item        paid
                茶      5.00 EUR
                -     120.00 EUR

            More
              last week
                views  7
                buys   1
            """);
  }

  @Test
  void breaksALongListOrMapIntoLines() {
    String name = "category-".repeat(4);
    Schema schema =
        schema(field("segments", listOf(STRING), ""), field("interests", mapOf(DOUBLE), "0 to 1"));

    assertThat(page(schema, List.of(name + 1, name + 2, name + 3), Map.of(name, 0.5)))
        .contains("  segments\n    " + name + "1\n    " + name + "2\n")
        .contains("interests  " + name + "=50.0 %\n");
  }

  @Test
  void showsEveryFieldOfTheSchema() {
    Schema published = Profile.getClassSchema();
    GenericRecord full = (GenericRecord) sample(published);

    List<String> page = new ProfilePage(full, ZoneOffset.UTC).lines();

    for (Field field : published.getFields()) {
      if (Section.of(field.name()) != Section.HEAD) {
        assertThat(page).anyMatch(line -> line.strip().startsWith(Label.of(field)));
      }
    }
  }

  private static Object sample(Schema schema) {
    return switch (schema.getType()) {
      case UNION -> sample(schema.getTypes().get(1));
      case RECORD -> {
        List<Object> values = new ArrayList<>();
        schema.getFields().forEach(field -> values.add(sample(field.schema())));
        yield Schemas.of(schema, values.toArray());
      }
      case ARRAY -> List.of(sample(schema.getElementType()), sample(schema.getElementType()));
      case MAP -> new TreeMap<>(Map.of("key", sample(schema.getValueType())));
      case STRING -> "text";
      case BOOLEAN -> true;
      case INT -> 1;
      case DOUBLE -> 0.5;
      default -> 1L;
    };
  }

  private static Schema schema(Field... more) {
    List<Field> fields = new ArrayList<>();
    for (Field field : List.of(ID, AS_OF, CURRENCY)) {
      fields.add(new Field(field, field.schema()));
    }
    fields.addAll(List.of(more));
    return Schemas.record("Profile", fields.toArray(Field[]::new));
  }

  private static String page(Schema schema, Object... values) {
    List<Object> all = new ArrayList<>(List.of("c1", 0L, "EUR"));
    all.addAll(java.util.Arrays.asList(values));
    GenericRecord profile = Schemas.of(schema, all.toArray());
    return String.join("\n", new ProfilePage(profile, ZoneOffset.UTC).lines()) + "\n";
  }
}
