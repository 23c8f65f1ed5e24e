package io.kairos.local.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Looks for words in files, byte by byte. Files may go while it looks. */
final class StoredWords extends SimpleFileVisitor<Path> {
  private final String parent;
  private final String word;
  private long found;

  private StoredWords(String parent, String word) {
    this.parent = parent;
    this.word = word;
  }

  /** In how many files of a folder, at any depth, a word stands. */
  static long in(Path folder, String word) throws IOException {
    return in(folder, "", word);
  }

  /** The same of files in folders whose name begins with something, as those of a topic do. */
  static long in(Path folder, String parent, String word) throws IOException {
    StoredWords words = new StoredWords(parent, word);
    Files.walkFileTree(folder, words);
    return words.found;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    try {
      if (file.getParent().getFileName().toString().startsWith(parent)) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        found += text.contains(word) ? 1 : 0;
      }
    } catch (NoSuchFileException gone) {
      // Nothing stands in it any more.
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failed) {
    return FileVisitResult.CONTINUE;
  }
}
