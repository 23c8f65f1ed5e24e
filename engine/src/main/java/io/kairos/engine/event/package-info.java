/** Events as the engine sees them: what happened, to whom, when, and in which order. */
package io.kairos.engine.event;
