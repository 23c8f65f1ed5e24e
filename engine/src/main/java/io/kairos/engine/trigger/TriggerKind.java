package io.kairos.engine.trigger;

/** SEND asks for a message, CANCEL takes one back. */
public enum TriggerKind {
  SEND,
  CANCEL
}
