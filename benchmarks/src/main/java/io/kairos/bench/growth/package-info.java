/** What is measured to see how Kairos' cost grows. */
package io.kairos.bench.growth;
