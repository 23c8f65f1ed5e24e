/**
 * What a contender cannot be cheaper than: parts of the work, each without the rest. On one thread,
 * whatever the slots.
 */
package io.kairos.bench.limit;
