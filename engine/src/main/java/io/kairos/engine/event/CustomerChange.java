package io.kairos.engine.event;

import java.util.List;
import java.util.Map;

/**
 * News of who the customer is and what the customer allows.
 *
 * @param details what the customer said of himself; a null says nothing
 * @param consents words given; a channel left out keeps its word
 * @param reachable channel to reachable; a channel left out keeps its answer
 */
public record CustomerChange(
    Header header,
    EventName name,
    Details details,
    List<Consent> consents,
    Map<String, Boolean> reachable)
    implements Event {

  /**
   * What a customer says of himself; each null where nothing is said of it.
   *
   * @param language BCP 47 tag
   * @param timeZone zone id
   * @param birth {@link Birth#UNKNOWN} where nothing is said of it
   */
  public record Details(
      String gender,
      String city,
      String occupation,
      String language,
      String timeZone,
      Birth birth) {
    public static final Details NONE = new Details(null, null, null, null, null, Birth.UNKNOWN);

    /** These details where they say something, the older ones elsewhere. */
    public Details over(Details older) {
      return new Details(
          first(gender, older.gender),
          first(city, older.city),
          first(occupation, older.occupation),
          first(language, older.language),
          first(timeZone, older.timeZone),
          birth.over(older.birth));
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
