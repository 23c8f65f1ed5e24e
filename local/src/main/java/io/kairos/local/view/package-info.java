/**
 * What a person sees of a running demo: a screen that redraws itself, or plain lines where there is
 * no terminal, both drawn from an immutable {@link io.kairos.local.view.Snapshot}.
 */
package io.kairos.local.view;
