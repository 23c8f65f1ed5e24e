/** Fourth stage: rules as data, the waits they open, and when their messages are due. */
package io.kairos.engine.rule;
