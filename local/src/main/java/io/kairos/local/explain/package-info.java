/**
 * One customer's story: the events of the log through the engine once more, one at a time, and what
 * changed between two of them in words.
 */
package io.kairos.local.explain;
