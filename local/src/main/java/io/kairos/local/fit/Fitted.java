package io.kairos.local.fit;

/**
 * Where a search ended.
 *
 * @param model with the parameters of the greatest likelihood found
 * @param logLikelihood its natural logarithm
 * @param determined false: a parameter ran to the end of its range, so the purchases leave it open
 */
record Fitted<M>(M model, double logLikelihood, boolean determined) {}
