/** What is done to the job while it runs. Each fault is one small class that draws its own size. */
package io.kairos.torture.fault;
