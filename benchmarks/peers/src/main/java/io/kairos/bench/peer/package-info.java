/**
 * The same work as others would write it with Flink: what its documentation and the articles about
 * abandoned carts show, and beyond that only what a catch-up over several topics needs to be right.
 */
package io.kairos.bench.peer;
