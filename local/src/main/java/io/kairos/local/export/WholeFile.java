package io.kairos.local.export;

import io.kairos.local.CommandError;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;

/**
 * A file that is there whole or not at all: it is written under another name in the same folder and
 * takes its own by {@link #commit}, over what is there. Closed before that, it leaves nothing. The
 * other name is new and cannot be guessed: a file that a crash or another user left is never it.
 */
public final class WholeFile implements Closeable {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path target;
  private final Path draft;
  private final OutputStream out;

  private WholeFile(Path target, Path draft) throws IOException {
    this.target = target;
    this.draft = draft;
    this.out =
        new BufferedOutputStream(
            Files.newOutputStream(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            BUFFER_BYTES);
  }

  /**
   * Begins to write.
   *
   * @param file of the option --out; a link is followed
   * @throws CommandError if nothing can be written there
   */
  public static WholeFile create(Path file) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new CommandError(file + " of --out is there and is no file: give the name of a file");
    }
    try {
      Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
      String name = ".%s.%016x".formatted(target.getFileName(), RANDOM.nextLong());
      return new WholeFile(target, target.resolveSibling(name));
    } catch (IOException impossible) {
      throw new CommandError(
          "cannot write to %s of --out: is its folder there, and may you write to it?"
              .formatted(file),
          impossible);
    }
  }

  /** Takes what is to be in the file. */
  public OutputStream out() {
    return out;
  }

  /** Puts what was written in its place. */
  public void commit() throws IOException {
    out.close();
    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    try {
      out.close();
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
