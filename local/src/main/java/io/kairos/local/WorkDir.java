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
import java.util.ArrayList;
import java.util.List;

/**
 * The folder of one run, {@code kairos-<pid>-<random>} in the system's temporary folder; deleted at
 * the end.
 *
 * <p>A run that was killed cannot delete its folder, so each run holds a file lock in its own and
 * {@link #create()} removes the folders whose lock nobody holds any more.
 */
public final class WorkDir implements Closeable {

  private static final String LOCK = "run.lock";
  private static final String NAMES = "kairos-[0-9]*-*";

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

  /** The folders in {@code java.io.tmpdir} of the runs that are alive, in no order. */
  public static List<Path> running() throws IOException {
    return runningIn(Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** The folders in a parent folder of the runs that are alive, in no order. */
  public static List<Path> runningIn(Path parent) throws IOException {
    List<Path> running = new ArrayList<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, NAMES)) {
      for (Path folder : folders) {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && isHeld(folder)) {
          running.add(folder);
        }
      }
    }
    return running;
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
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, NAMES)) {
      for (Path folder : folders) {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && isAbandoned(folder)) {
          FolderTree.delete(folder);
        }
      }
    }
  }

  /** Asks with a shared lock, so that two who ask at once do not take each other for a run. */
  private static boolean isHeld(Path folder) {
    try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.READ);
        FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
      return lock == null;
    } catch (OverlappingFileLockException inThisJvm) {
      return true;
    } catch (IOException e) {
      // No lock file, or another user's folder.
      return false;
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
