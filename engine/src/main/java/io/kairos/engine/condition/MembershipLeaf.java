package io.kairos.engine.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A number or a text that is to be in a list, or not to be. */
record MembershipLeaf<V>(Term<V> subject, boolean inside, List<Term<V>> elements)
    implements Leaf<V> {
  @Override
  public List<Term<V>> parts() {
    List<Term<V>> parts = new ArrayList<>(elements);
    parts.add(0, subject);
    return parts;
  }

  @Override
  public Truth flag(V view) {
    Truth found =
        subject.type() == Type.TEXT
            ? among(subject.text(view), view)
            : among(subject.number(view), view);
    return found.wanted(inside);
  }

  private Truth among(String wanted, V view) {
    if (wanted == null) {
      return Truth.UNKNOWN;
    }
    Truth found = Truth.FAILS;
    for (Term<V> element : elements) {
      String text = element.text(view);
      if (wanted.equals(text)) {
        return Truth.HOLDS;
      }
      found = text == null ? Truth.UNKNOWN : found;
    }
    return found;
  }

  private Truth among(double wanted, V view) {
    Truth found = Double.isNaN(wanted) ? Truth.UNKNOWN : Truth.FAILS;
    for (Term<V> element : elements) {
      double number = element.number(view);
      if (wanted == number) {
        return Truth.HOLDS;
      }
      found = Double.isNaN(number) ? Truth.UNKNOWN : found;
    }
    return found;
  }

  @Override
  public String demand() {
    return elements.stream()
        .map(Term::written)
        .collect(Collectors.joining(", ", inside ? "in [" : "not in [", "]"));
  }

  @Override
  public Clause<V> negated() {
    return new MembershipLeaf<>(subject, !inside, elements);
  }
}
