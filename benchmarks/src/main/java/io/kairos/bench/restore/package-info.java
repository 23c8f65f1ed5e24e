/** How long Kairos takes to stop, and to come back with as many slots, with more and with fewer. */
package io.kairos.bench.restore;
