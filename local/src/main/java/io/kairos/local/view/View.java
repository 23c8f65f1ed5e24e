package io.kairos.local.view;

/** Shows how a run is doing, for as long as it runs. */
public interface View extends AutoCloseable {
  /** Shows the state at an instant, about twice a second. */
  void show(Snapshot snapshot);

  /** Leaves the terminal as it was. May be called again without effect. */
  @Override
  void close();
}
