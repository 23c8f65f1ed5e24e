/** The job over a file: into the topics, through the pipeline, and what came out. */
package io.kairos.local.replay;
