/** Second stage: what is known of a customer, and what an event changes in it. */
package io.kairos.engine.profile;
