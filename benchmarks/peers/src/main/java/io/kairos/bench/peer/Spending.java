package io.kairos.bench.peer;

/** What a customer has paid: public fields, as Flink's POJOs have them. */
public class Spending {
  public long orders;

  /** In minor units. */
  public long cents;

  public boolean vip;
}
