package io.kairos.local.backtest;

/** What charts are drawn with. */
public enum Bars {
  /** Unicode's block elements, which fill an eighth of a column or row each. */
  BLOCKS("▏▎▍▌▋▊▉█", "▁▂▃▄▅▆▇█"),
  /** Letters that every output takes. */
  PLAIN("#", ".:-=+*%#");

  private final String across;
  private final String up;

  /**
   * @param across ever wider pieces of a column, the last a full one
   * @param up ever higher marks
   */
  Bars(String across, String up) {
    this.across = across;
    this.up = up;
  }

  char full() {
    return across.charAt(across.length() - 1);
  }

  /** A bar of so many columns; anything above nothing shows. */
  String bar(double columns) {
    int pieces = (int) Math.round(columns * across.length());
    pieces = columns > 0 ? Math.max(1, pieces) : 0;
    int rest = pieces % across.length();
    String whole = String.valueOf(full()).repeat(pieces / across.length());
    return rest == 0 ? whole : whole + across.charAt(rest - 1);
  }

  /** One mark for a part of the most, from 0 to 1; a blank for nothing. */
  char mark(double part) {
    return part <= 0 ? ' ' : up.charAt((int) Math.min(up.length() - 1, part * up.length()));
  }
}
