/** A cluster of real processes on one machine that can be killed, paused, cut off and restored. */
package io.kairos.torture.cluster;
