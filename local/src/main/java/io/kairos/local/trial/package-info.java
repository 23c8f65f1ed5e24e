/**
 * The trial of a rule file on one customer: what its rules would say now, were their waits over.
 * Nothing is sent.
 */
package io.kairos.local.trial;
