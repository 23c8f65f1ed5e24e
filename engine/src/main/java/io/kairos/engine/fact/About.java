package io.kairos.engine.fact;

/** What is known of the event that a customer is asked about. */
public interface About {
  /** The number of what is not known. */
  long UNKNOWN = Long.MIN_VALUE;

  /** Nothing in particular. */
  About NOTHING =
      new About() {
        @Override
        public String text(EventField field) {
          return null;
        }

        @Override
        public long number(EventField field) {
          return UNKNOWN;
        }
      };

  /** Null where it is not known. */
  String text(EventField field);

  /** Amounts in minor units, instants in epoch milliseconds; {@link #UNKNOWN} where not known. */
  long number(EventField field);
}
