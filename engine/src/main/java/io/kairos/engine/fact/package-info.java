/**
 * What can be asked of a customer: every feature of the profile once, with its meaning, its unit,
 * and how it changes with time alone. Segments and rules ask by these names, profiles publish them,
 * and the page of features is written from them. Between {@code condition} and {@code segment}.
 */
package io.kairos.engine.fact;
