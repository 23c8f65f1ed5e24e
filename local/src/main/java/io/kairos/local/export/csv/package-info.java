/** Records as rows of comma separated text, for spreadsheets and pipes. */
package io.kairos.local.export.csv;
