/**
 * What every peer shares and no engine is part of: the command line, events as they are read from
 * the topics, the limits of the three rules, and the alerts that are written.
 */
package io.kairos.bench.shop;
