package io.kairos.engine.fact;

import io.kairos.engine.condition.Arguments;
import io.kairos.engine.condition.Function;
import io.kairos.engine.condition.Motion;
import io.kairos.engine.condition.Parameter;
import io.kairos.engine.condition.Truth;
import io.kairos.engine.condition.Type;
import io.kairos.engine.interest.Interests;
import java.util.List;
import java.util.Optional;

/** What can be asked of a customer with arguments. */
final class Asks {
  private Asks() {}

  /** {@code segment('high-value')}: whether a segment or a stage of that name holds. */
  record InSegment(List<String> known) implements Function<Facts> {
    @Override
    public String name() {
      return "segment";
    }

    @Override
    public List<Parameter> parameters() {
      return List.of(Parameter.text(given -> unless(known, given, "segment")).literal());
    }

    @Override
    public Type result() {
      return Type.FLAG;
    }

    @Override
    public Truth flag(Facts facts, Arguments given) {
      return Truth.of(facts.groups().in(given.text(0)));
    }
  }

  /** {@code interest('electronics')}: share of a category in all interest, 0 to 1. */
  record InterestIn() implements Function<Facts> {
    @Override
    public String name() {
      return "interest";
    }

    @Override
    public List<Parameter> parameters() {
      return List.of(Parameter.text());
    }

    @Override
    public Type result() {
      return Type.NUMBER;
    }

    @Override
    public double number(Facts facts, Arguments given) {
      return Tastes.interest(facts, given.text(0));
    }
  }

  /** {@code boughtWithin('electronics', 90)}: whether of a category in a window of days. */
  record BoughtWithin() implements Function<Facts> {
    @Override
    public String name() {
      return "boughtWithin";
    }

    @Override
    public List<Parameter> parameters() {
      return List.of(Parameter.text(), Parameter.number(BoughtWithin::check));
    }

    private static Optional<String> check(double days) {
      return days >= 1 && days <= 3650 && days == Math.rint(days)
          ? Optional.empty()
          : Optional.of("days must be a whole number from 1 to 3650");
    }

    @Override
    public Type result() {
      return Type.FLAG;
    }

    @Override
    public Truth flag(Facts facts, Arguments given) {
      return Truth.of(lastDay(facts, given) >= facts.firstDay(days(given)));
    }

    @Override
    public Motion<Facts> motion(Arguments given) {
      return Motions.once(
          facts -> {
            int day = lastDay(facts, given);
            return day == Integer.MIN_VALUE
                ? Motion.NEVER
                : facts.calendar().leaves(day, days(given));
          });
    }

    private static int lastDay(Facts facts, Arguments given) {
      return facts.profile().spending().bought().lastDay(Interests.kept(given.text(0)));
    }

    private static int days(Arguments given) {
      return (int) Math.max(1, Math.min(3650, given.number(1)));
    }
  }

  /** {@code lookup('goes-with', key)}: what a table says of a key; empty for nothing. */
  record Lookup(List<String> known) implements Function<Facts> {
    @Override
    public String name() {
      return "lookup";
    }

    @Override
    public List<Parameter> parameters() {
      return List.of(
          Parameter.text(given -> unless(known, given, "table")).literal(), Parameter.text());
    }

    @Override
    public Type result() {
      return Type.TEXT;
    }

    @Override
    public String text(Facts facts, Arguments given) {
      String found = facts.lens().yardsticks().lookup(given.text(0), given.text(1));
      return found == null ? "" : found;
    }
  }

  private static Optional<String> unless(List<String> known, String given, String what) {
    if (known.contains(given)) {
      return Optional.empty();
    }
    String names = known.isEmpty() ? "none is declared" : "known: " + String.join(", ", known);
    return Optional.of("no " + what + " is called '" + given + "'; " + names);
  }
}
