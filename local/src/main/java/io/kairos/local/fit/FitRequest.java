package io.kairos.local.fit;

import io.kairos.local.imports.ImportFormat;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is fitted to what.
 *
 * @param format of the file; has a currency
 * @param until the last day of the observation; empty: the day of the last event
 * @param out takes the model file; empty: none is written
 */
public record FitRequest(
    ImportFormat format, Path file, Optional<LocalDate> until, Optional<Path> out) {}
