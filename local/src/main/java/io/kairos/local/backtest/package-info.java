/**
 * The engine over history, without Kafka and Flink: what rules would have done, and what other
 * rules would have done instead. A source gives the records that the log would hold, the intake of
 * the job cleans them, a sort puts each customer's together in order, and the engine runs over one
 * customer after the other. Nothing of a customer is kept once his last event is through, so memory
 * does not grow with the input.
 */
package io.kairos.local.backtest;
