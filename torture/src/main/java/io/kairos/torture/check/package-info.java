/** What went out, read while it happens, and judged at the end by the reference over the log. */
package io.kairos.torture.check;
