/** The engine inside Flink: order, state, timers, and what comes out. */
package io.kairos.flink.operator;
