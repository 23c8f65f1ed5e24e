/**
 * The language of conditions: text such as {@code cart.value >= 50 && segment('student')} becomes a
 * {@link io.kairos.engine.condition.Condition} over any view that has variables. Between {@code
 * predict} and {@code segment}, which asks first; knows neither, nor any other package. Our own
 * reader finds mistakes and names them, the CEL library parses and checks types, and the checked
 * tree is turned into plain objects. Nothing of the text is ever run as code: what a condition can
 * reach is its vocabulary.
 */
package io.kairos.engine.condition;
