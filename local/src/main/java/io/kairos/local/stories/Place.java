package io.kairos.local.stories;

/** A place in a file: line and column, both from 1. */
record Place(int line, int column) {
  Place right(int columns) {
    return new Place(line, column + columns);
  }

  @Override
  public String toString() {
    return line + ":" + column;
  }
}
