package io.kairos.local.view;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A heading over rows of a dim name and a value. */
record FactsPanel(String heading, Function<Snapshot, List<Fact>> facts) implements Panel {
  private static final String NAME = "%-13s";

  record Fact(String name, String value, Style style) {
    Fact(String name, String value) {
      this(name, value, Style.PLAIN);
    }
  }

  @Override
  public List<Line> lines(Snapshot snapshot, int width) {
    return Stream.concat(
            Stream.of(Line.of(heading, Style.DIM)),
            facts.apply(snapshot).stream().map(fact -> row(fact).cut(width)))
        .toList();
  }

  private static Line row(Fact fact) {
    return Line.of(NAME.formatted(fact.name()), Style.DIM).with(fact.value(), fact.style());
  }

  static FactsPanel job() {
    return new FactsPanel("JOB", snapshot -> jobFacts(snapshot.job()));
  }

  static FactsPanel customers() {
    return new FactsPanel("CUSTOMERS", snapshot -> customerFacts(snapshot.customers()));
  }

  private static List<Fact> jobFacts(JobHealth job) {
    String lag =
        Figures.count(job.lag().records()) + " records, " + Figures.duration(job.lag().eventTime());
    return List.of(
        new Fact("status", job.status()),
        new Fact("throughput", Figures.rate(job.eventsPerSecond()) + " events/s"),
        new Fact("lag", lag),
        new Fact("checkpoints", Figures.count(job.checkpoints())),
        new Fact(
            "restarts",
            Figures.count(job.restarts()),
            job.restarts() > 0 ? Style.ALARM : Style.PLAIN));
  }

  private static List<Fact> customerFacts(CustomerTally customers) {
    return List.of(
        new Fact("known", Figures.count(customers.customers())),
        new Fact("sessions", Figures.count(customers.sessions())),
        new Fact("open carts", Figures.count(customers.openCarts())),
        new Fact("tiers", Tiers.text(customers.tiers())));
  }
}
