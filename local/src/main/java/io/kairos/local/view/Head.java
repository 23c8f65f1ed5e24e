package io.kairos.local.view;

import java.time.Duration;

/**
 * What runs, where and since when.
 *
 * @param title name of the run: "live demo"
 * @param webUi address of the job's web interface; empty when there is none
 * @param eventMillis event time, epoch milliseconds
 * @param speed milliseconds of event time per millisecond of wall time
 * @param elapsed wall time since the start
 */
public record Head(String title, String webUi, long eventMillis, double speed, Duration elapsed) {}
