/**
 * Stories: what a customer does, and what the rules are to say and not to say. Each is read from a
 * file of YAML, run through the engine by itself, and held against what it expects.
 */
package io.kairos.local.stories;
