/** Third stage: the groups that a customer belongs to: tier, lifecycle stage, segments. */
package io.kairos.engine.segment;
