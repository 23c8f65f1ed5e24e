/**
 * The published profiles as people ask for them: one customer's page, and how many customers are in
 * each segment. Both go by the schema, not by generated getters, so that a new field of the profile
 * shows up without a change here.
 */
package io.kairos.local.profiles;
