package io.kairos.engine.condition;

import java.util.List;

/** What a function is called with: all known. */
public final class Arguments {
  private final List<Object> values;

  Arguments(List<Object> values) {
    this.values = values;
  }

  public double number(int index) {
    return (Double) values.get(index);
  }

  public String text(int index) {
    return (String) values.get(index);
  }

  public boolean flag(int index) {
    return values.get(index) == Truth.HOLDS;
  }
}
