/**
 * A believable shop to try Kairos on: customers who visit, fill carts, buy or leave, and the feed
 * that writes their events, or those of a file, to the input topics at the pace of an event clock.
 */
package io.kairos.local.traffic;
