/**
 * Input of a made-up shop in real time: which events, and when, follows from a seed. What the log
 * then holds is what counts, not what was meant to be written.
 */
package io.kairos.torture.traffic;
