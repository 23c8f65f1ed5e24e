/** Bytes and hashes: how state is written and what ids are made of. Before every stage. */
package io.kairos.engine.pack;
