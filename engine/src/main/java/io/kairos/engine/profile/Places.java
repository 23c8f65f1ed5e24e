package io.kairos.engine.profile;

import io.kairos.engine.event.Click.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Places that rules can speak of, such as a store or an office park.
 *
 * @param all by name
 */
public record Places(List<Place> all) {
  private static final Pattern SYNTAX =
      Pattern.compile(
          "(-?\\d{1,2}(?:\\.\\d{1,9})?),\\s*(-?\\d{1,3}(?:\\.\\d{1,9})?),\\s*(\\d{1,6})\\s*m");

  /** Mean radius of the earth, metres. */
  private static final double EARTH_METRES = 6_371_009;

  /**
   * A place.
   *
   * @param latitude degrees north
   * @param longitude degrees east
   * @param metres how far around it reaches
   */
  public record Place(String name, double latitude, double longitude, double metres) {

    /** Great-circle distance by the haversine formula, metres. */
    double distance(double north, double east) {
      double a = Math.toRadians(north);
      double b = Math.toRadians(latitude);
      double halfway = Math.sin((b - a) / 2);
      double across = Math.sin(Math.toRadians(east - longitude) / 2);
      double h = halfway * halfway + Math.cos(a) * Math.cos(b) * across * across;
      return 2 * EARTH_METRES * Math.asin(Math.sqrt(Math.min(1, h)));
    }
  }

  /**
   * Reads entries such as {@code office: "31.2304, 121.4737, 500m"}.
   *
   * @throws IllegalArgumentException if one is no place
   */
  static Places of(Map<String, String> entries) {
    List<Place> all = new ArrayList<>();
    new TreeMap<>(entries).forEach((name, text) -> all.add(place(name, text)));
    return new Places(List.copyOf(all));
  }

  private static Place place(String name, String text) {
    Matcher matcher = SYNTAX.matcher(text.strip());
    if (matcher.matches()) {
      double north = Double.parseDouble(matcher.group(1));
      double east = Double.parseDouble(matcher.group(2));
      if (Math.abs(north) <= 90 && Math.abs(east) <= 180) {
        return new Place(name, north, east, Double.parseDouble(matcher.group(3)));
      }
    }
    throw new IllegalArgumentException(
        "'%s' of the table %s must be degrees north, degrees east and metres, as in"
                .formatted(text, Yardsticks.PLACES)
            + " \"31.2304, 121.4737, 500m\"");
  }

  /** The nearest place that reaches to where something was done; null for none. */
  public String at(Visit visit) {
    if (Double.isNaN(visit.latitude()) || Double.isNaN(visit.longitude())) {
      return null;
    }
    String nearest = null;
    double least = Double.MAX_VALUE;
    for (Place place : all) {
      double distance = place.distance(visit.latitude(), visit.longitude());
      if (distance <= place.metres() && distance < least) {
        nearest = place.name();
        least = distance;
      }
    }
    return nearest;
  }
}
