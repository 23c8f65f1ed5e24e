/**
 * How long it takes from an event to the trigger that follows from it: both stamped by the broker
 * as it appends them, the job running on and on, and the traffic sent live by another process.
 */
package io.kairos.bench.latency;
