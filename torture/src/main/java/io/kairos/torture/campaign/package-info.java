/** A campaign from its first event to its verdict. */
package io.kairos.torture.campaign;
