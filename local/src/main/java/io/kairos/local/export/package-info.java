/**
 * The output topics as tables: read whole, the last of each record, in order, written as CSV or
 * Parquet. Columns go by the schema, not by generated getters, so that a new field is exported
 * without a change here.
 */
package io.kairos.local.export;
