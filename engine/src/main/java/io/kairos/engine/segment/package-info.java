/** Third stage: the groups that a customer belongs to. So far the tiers. */
package io.kairos.engine.segment;
