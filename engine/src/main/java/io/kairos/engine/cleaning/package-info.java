/** First stage: which events are refused, and why. */
package io.kairos.engine.cleaning;
