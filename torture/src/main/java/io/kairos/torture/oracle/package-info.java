/**
 * What must go out, reckoned slowly and in the plainest way from the log and the written rules. It
 * shares no code with the engine: where both agree, two readings of the documents do.
 */
package io.kairos.torture.oracle;
