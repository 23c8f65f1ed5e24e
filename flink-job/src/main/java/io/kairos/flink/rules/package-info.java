/** The rules topic: read whole at every start, and ahead of the events ever after. */
package io.kairos.flink.rules;
