/** A campaign's result as a table for people and as a file for programs. */
package io.kairos.torture.report;
