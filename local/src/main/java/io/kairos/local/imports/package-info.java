/**
 * Importers: a public or a shop's own data file becomes a stream of input events in time order.
 * They stand before the input topics, in place of the shop's own producers; nothing after the
 * topics knows of them. A format turns rows into events, an external sort puts the events in order
 * and the counts say what became of every row.
 */
package io.kairos.local.imports;
