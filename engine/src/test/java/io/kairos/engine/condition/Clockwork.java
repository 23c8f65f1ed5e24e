package io.kairos.engine.condition;

import java.util.List;

/**
 * A toy subject whose values move with time. Its days are ten milliseconds long, so that a naive
 * scan can look at every instant there is.
 *
 * @param seen when the subject was last seen; below 0 for never, its idle days being unknown
 * @param due when something is due
 * @param visits when the subject came, in order
 */
record Clockwork(long seen, long due, List<Long> visits, long now) {
  static final long DAY = 10;
  private static final long WINDOW = 3 * DAY;
  private static final double HALF_LIFE = 4.0 * DAY;

  static final Vocabulary<Clockwork> VOCABULARY =
      Vocabulary.of(
          new Wound(),
          List.of(
              Variable.number("idle.days", Clockwork::idleDays).moving(Clockwork::nextIdleDay),
              Variable.number("due.days", Clockwork::dueDays).moving(Clockwork::nextDueDay),
              Variable.number("visits.window", Clockwork::inWindow).moving(Clockwork::nextOut),
              Variable.number("visits.all", c -> c.visits.size()),
              Variable.number("alive", Clockwork::alive).moving(new Fading()),
              Variable.text("mood", Clockwork::mood).moving(Clockwork::nextMood),
              Variable.<Clockwork>flag("overdue", c -> Truth.of(c.now >= c.due))
                  .moving(c -> c.now < c.due ? c.due : Motion.NEVER)),
          List.of(new Recent(), new Warmth()));

  static final ConditionCompiler<Clockwork> COMPILER = new ConditionCompiler<>(VOCABULARY);

  Clockwork at(long instant) {
    return new Clockwork(seen, due, visits, instant);
  }

  private double idleDays() {
    return seen < 0 ? Double.NaN : (now - seen) / DAY;
  }

  private long nextIdleDay() {
    return seen < 0 ? Motion.NEVER : now + DAY - (now - seen) % DAY;
  }

  private double dueDays() {
    return now >= due ? 0 : (due - now) / DAY;
  }

  private long nextDueDay() {
    return due - now < DAY ? Motion.NEVER : now + (due - now) % DAY + 1;
  }

  private double inWindow() {
    return visits.stream().filter(visit -> visit > now - WINDOW).count();
  }

  private long nextOut() {
    return visits.stream()
        .mapToLong(visit -> visit + WINDOW)
        .filter(out -> out > now)
        .min()
        .orElse(Motion.NEVER);
  }

  private double alive() {
    return seen < 0 ? Double.NaN : Math.pow(2, -(now - seen) / HALF_LIFE);
  }

  private String mood() {
    return now < due ? "calm" : "cross";
  }

  private long nextMood() {
    return now < due ? due : Motion.NEVER;
  }

  private record Wound() implements Vocabulary.Timeline<Clockwork> {
    @Override
    public long now(Clockwork view) {
      return view.now;
    }

    @Override
    public Clockwork at(Clockwork view, long millis) {
      return view.at(millis);
    }
  }

  /** Solved for with a margin, and never past an instant at which it is just equal. */
  private static final class Fading implements Motion<Clockwork> {
    @Override
    public long changes(Clockwork view) {
      return view.seen < 0 ? NEVER : view.now + 1;
    }

    @Override
    public long flips(Clockwork view, Comparison comparison, double limit) {
      if (view.seen < 0 || limit <= 0 || view.alive() < limit) {
        return NEVER;
      }
      double after = -HALF_LIFE * Math.log(limit) / Math.log(2);
      return Math.max(view.now + 1, view.seen + (long) Math.floor(after) - 1);
    }

    @Override
    public boolean continuous() {
      return true;
    }
  }

  /** Whether the subject came within so many days. */
  private record Recent() implements Function<Clockwork> {
    @Override
    public String name() {
      return "cameWithin";
    }

    @Override
    public List<Parameter> parameters() {
      return List.of(Parameter.number());
    }

    @Override
    public Type result() {
      return Type.FLAG;
    }

    @Override
    public Truth flag(Clockwork view, Arguments arguments) {
      double from = view.now - DAY * arguments.number(0);
      return Truth.of(view.visits.stream().anyMatch(visit -> visit > from));
    }

    @Override
    public Motion<Clockwork> motion(Arguments arguments) {
      return view ->
          view.visits.stream()
              .mapToLong(visit -> visit + (long) Math.ceil(DAY * arguments.number(0)))
              .filter(out -> out > view.now)
              .min()
              .orElse(Motion.NEVER);
    }
  }

  /** The probability again, in percent and as a function. */
  private record Warmth() implements Function<Clockwork> {
    @Override
    public String name() {
      return "warmth";
    }

    @Override
    public List<Parameter> parameters() {
      return List.of(Parameter.number());
    }

    @Override
    public Type result() {
      return Type.NUMBER;
    }

    @Override
    public double number(Clockwork view, Arguments arguments) {
      return view.alive() * arguments.number(0);
    }

    @Override
    public Motion<Clockwork> motion(Arguments arguments) {
      return new Motion<>() {
        @Override
        public long changes(Clockwork view) {
          return view.now + 1;
        }

        @Override
        public long flips(Clockwork view, Comparison comparison, double limit) {
          return arguments.number(0) <= 0
              ? changes(view)
              : new Fading().flips(view, comparison, limit / arguments.number(0));
        }
      };
    }

    @Override
    public boolean continuous() {
      return true;
    }
  }
}
