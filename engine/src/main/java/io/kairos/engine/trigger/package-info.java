/** Fifth stage: what is said to a customer, and why. */
package io.kairos.engine.trigger;
