/** The demo: generated traffic, the job, and a view of both. */
package io.kairos.local.demo;
