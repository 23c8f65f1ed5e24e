/** Runs contenders by turns, each in a process of its own, and keeps what was measured. */
package io.kairos.bench.run;
