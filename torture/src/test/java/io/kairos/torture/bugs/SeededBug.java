package io.kairos.torture.bugs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A mistake that somebody could make, and the test that must find it.
 *
 * @param bug what goes wrong
 * @param file where, from the project's root
 * @param find a piece of the file that stands in it once
 * @param put what the mistake makes of it
 * @param module of the test
 * @param test a class of it; one that ends in IT runs against a broker
 */
record SeededBug(String bug, String file, String find, String put, String module, String test) {

  boolean needsBroker() {
    return test.endsWith("IT");
  }

  /** How often the piece stands in the file. */
  int places(Path root) throws IOException {
    String text = Files.readString(root.resolve(file));
    int places = 0;
    for (int at = text.indexOf(find); at >= 0; at = text.indexOf(find, at + 1)) {
      places++;
    }
    return places;
  }

  /** Makes the mistake in a copy of the project. */
  void plant(Path copy) throws IOException {
    Path path = copy.resolve(file);
    Files.writeString(path, Files.readString(path).replace(find, put));
  }
}
