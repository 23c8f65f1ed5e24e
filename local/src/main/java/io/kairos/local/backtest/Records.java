package io.kairos.local.backtest;

import io.kairos.engine.delivery.Decision;
import io.kairos.engine.trigger.Trigger;

/** Takes what goes out and what is decided, from any number of threads. */
interface Records {
  /** Keeps nothing. */
  Records NONE =
      new Records() {
        @Override
        public void trigger(Trigger trigger) {
          // Not asked for.
        }

        @Override
        public void decision(Decision decision) {
          // Not asked for.
        }
      };

  void trigger(Trigger trigger);

  void decision(Decision decision);
}
