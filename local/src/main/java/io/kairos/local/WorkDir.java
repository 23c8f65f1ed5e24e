package io.kairos.local;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The folder of one run, {@code kairos-<pid>-<random>} in the system's temporary folder; deleted at
 * the end.
 *
 * <p>A run that was killed cannot delete its folder, so each run holds a file lock in its own and
 * {@link #create()} removes the folders whose lock nobody holds any more.
 */
public final class WorkDir implements Closeable {

  private static final String LOCK = "run.lock";

  private final Path path;
  private final FileChannel lock;

  private WorkDir(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Creates the folder in {@code java.io.tmpdir}.
   *
   * @throws IOException if the temporary folder cannot be written
   */
  public static WorkDir create() throws IOException {
    return createIn(Path.of(System.getProperty("java.io.tmpdir")));
  }

  static WorkDir createIn(Path parent) throws IOException {
    removeAbandoned(parent);
    Path path = Files.createTempDirectory(parent, "kairos-" + ProcessHandle.current().pid() + "-");
    FileChannel lock =
        FileChannel.open(
            path.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    lock.lock();
    return new WorkDir(path, lock);
  }

  /** The folder itself. */
  public Path path() {
    return path;
  }

  /** Deletes the folder with all that is in it. */
  @Override
  public void close() throws IOException {
    lock.close();
    FolderTree.delete(path);
  }

  private static void removeAbandoned(Path parent) throws IOException {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, "kairos-[0-9]*-*")) {
      for (Path folder : folders) {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && isAbandoned(folder)) {
          FolderTree.delete(folder);
        }
      }
    }
  }

  private static boolean isAbandoned(Path folder) {
    try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock != null;
    } catch (IOException | OverlappingFileLockException e) {
      // No lock file, another user's folder, or a run in this JVM: not ours to delete.
      return false;
    }
  }
}
