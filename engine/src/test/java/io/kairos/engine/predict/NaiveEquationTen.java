package io.kairos.engine.predict;

/** Eq. 10 as it is printed, with 2F1 by its plain series: the pole and the overflow included. */
final class NaiveEquationTen {
  private NaiveEquationTen() {}

  static double of(BgNbd m, double t, int x, double tx, double now) {
    double z = t / (m.alpha() + now + t);
    double last = m.a() + m.b() + x - 1;
    double power = Math.pow((m.alpha() + now) / (m.alpha() + now + t), m.r() + x);
    double some = 1 - power * hypergeometric(m.r() + x, m.b() + x, last, z);
    double gone =
        x == 0
            ? 0
            : m.a() / (m.b() + x - 1) * Math.pow((m.alpha() + now) / (m.alpha() + tx), m.r() + x);
    return last / (m.a() - 1) * some / (1 + gone);
  }

  private static double hypergeometric(double a, double b, double c, double z) {
    double term = 1;
    double sum = 1;
    for (int j = 0; j < 10_000; j++) {
      term *= (a + j) * (b + j) / ((c + j) * (j + 1)) * z;
      sum += term;
    }
    return sum;
  }
}
