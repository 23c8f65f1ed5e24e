package io.kairos.local.fit;

import io.kairos.local.StopSignal;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Searches positive parameters for the greatest likelihood: Nelder and Mead's simplex on their
 * logarithms, from several starts, and from the best again until it gains no more. The same
 * purchases give the same parameters.
 *
 * @param logLikelihood of parameters
 * @param stop ends the search when the run is to end
 */
record MaximumLikelihood(ToDoubleFunction<double[]> logLikelihood, StopSignal stop) {
  /** Parameters are sought between this and its inverse. */
  private static final double LARGEST = 1e6;

  private static final double LOG_LARGEST = StrictMath.log(LARGEST);
  private static final double IMPOSSIBLE = -1e300;
  private static final double GAIN = 1e-9;
  private static final int MOST_RESTARTS = 20;
  private static final int MOST_EVALUATIONS = 20_000;

  /** The best parameters found from any of the starts, in the order of the starts' parameters. */
  Best from(List<double[]> starts) {
    PointValuePair best = null;
    for (double[] start : starts) {
      PointValuePair found = climb(logs(start), 1e-7);
      best = best == null || found.getValue() > best.getValue() ? found : best;
    }
    return Best.of(settle(best));
  }

  /**
   * The result of a search.
   *
   * @param determined false where a parameter ended at a bound
   */
  record Best(double[] parameters, double logLikelihood, boolean determined) {
    private static Best of(PointValuePair found) {
      double[] parameters = found.getPoint();
      boolean determined = true;
      for (int i = 0; i < parameters.length; i++) {
        determined &= Math.abs(parameters[i]) < LOG_LARGEST - 0.1;
        parameters[i] = StrictMath.exp(parameters[i]);
      }
      return new Best(parameters, found.getValue(), determined);
    }
  }

  /** A simplex may shrink before it is at the top: a fresh one goes on. */
  private PointValuePair settle(PointValuePair start) {
    PointValuePair best = start;
    for (int i = 0; i < MOST_RESTARTS; i++) {
      PointValuePair found = climb(best.getPoint(), 1e-14);
      boolean done = found.getValue() - best.getValue() < GAIN;
      best = found.getValue() > best.getValue() ? found : best;
      if (done) {
        break;
      }
    }
    return best;
  }

  private PointValuePair climb(double[] start, double precision) {
    return new SimplexOptimizer(new SimpleValueChecker(precision, GAIN / 100))
        .optimize(
            new ObjectiveFunction(this::bounded),
            GoalType.MAXIMIZE,
            new InitialGuess(start),
            new NelderMeadSimplex(start.length, 0.2),
            new MaxEval(MOST_EVALUATIONS));
  }

  private double bounded(double[] logs) {
    stop.throwIfRequested();
    double[] parameters = new double[logs.length];
    for (int i = 0; i < logs.length; i++) {
      if (Math.abs(logs[i]) > LOG_LARGEST) {
        return IMPOSSIBLE;
      }
      parameters[i] = StrictMath.exp(logs[i]);
    }
    double value = logLikelihood.applyAsDouble(parameters);
    return Double.isNaN(value) ? IMPOSSIBLE : Math.max(IMPOSSIBLE, value);
  }

  private static double[] logs(double[] values) {
    double[] logs = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      logs[i] = StrictMath.log(values[i]);
    }
    return logs;
  }
}
