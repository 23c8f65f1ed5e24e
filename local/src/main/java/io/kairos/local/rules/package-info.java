/**
 * Rules as marketing works with them: a file is split into declarations, compared with what the
 * rules topic holds, checked together with it, and written as new versions.
 */
package io.kairos.local.rules;
