/**
 * {@code kairos torture}: the job on real processes under a campaign of faults, judged by a
 * reference that shares no code with it.
 */
package io.kairos.torture;
