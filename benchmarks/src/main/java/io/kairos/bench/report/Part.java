package io.kairos.bench.report;

import java.util.List;

/**
 * A table with what belongs to it.
 *
 * @param notes stand below it, a line each
 */
public record Part(String title, Table table, List<String> notes) {}
