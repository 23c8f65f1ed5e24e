/** Last stage: consent, repetition, and what is taken back. */
package io.kairos.engine.delivery;
