/**
 * The same work as others would write it with Flink: what its documentation and the articles about
 * abandoned carts show, and nothing beyond.
 */
package io.kairos.bench.peer;
