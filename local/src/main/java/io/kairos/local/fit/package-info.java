/**
 * Fits the parameters of the prediction models to a file of purchases: the importers give the
 * orders, {@link io.kairos.local.fit.PurchaseHistories} counts them, and a maximum likelihood
 * search finds the parameters. The formulas are the engine's; only the likelihood of the spend is
 * here, as it needs a gamma function.
 */
package io.kairos.local.fit;
