package io.kairos.engine.event;

import java.util.Map;

/**
 * News of who the customer is and what the customer allows.
 *
 * @param details what the customer said of himself; a null says nothing
 * @param consents channel to granted, for marketing; a channel left out keeps its word
 * @param reachable channel to reachable; a channel left out keeps its answer
 */
public record CustomerChange(
    Header header,
    EventName name,
    Details details,
    Map<String, Boolean> consents,
    Map<String, Boolean> reachable)
    implements Event {

  /** Gender, city, BCP 47 language and time zone id, each null where nothing is said of it. */
  public record Details(String gender, String city, String language, String timeZone) {
    public static final Details NONE = new Details(null, null, null, null);

    /** These details where they say something, the older ones elsewhere. */
    public Details over(Details older) {
      return new Details(
          first(gender, older.gender),
          first(city, older.city),
          first(language, older.language),
          first(timeZone, older.timeZone));
    }

    private static String first(String newer, String older) {
      return newer != null ? newer : older;
    }
  }

  @Override
  public String currency() {
    return null;
  }

  @Override
  public AmountRange amounts() {
    return AmountRange.NONE;
  }
}
