/** What was measured, as a table for the terminal and as Markdown. */
package io.kairos.bench.report;
