package io.kairos.local;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The folder of one run or one sort, {@code kairos-<pid>-<random>} in the system's temporary
 * folder; deleted at the end.
 *
 * <p>A process that was killed cannot delete its folders, so it holds a file lock in each and
 * {@link #create()} removes the folders whose lock nobody holds any more. Others write to the
 * temporary folder, too: only folders of this user that nobody else may write to count.
 */
public final class WorkDir implements Closeable {

  private static final String LOCK = "run.lock";
  private static final String NAMES = "kairos-[0-9]*-*";

  /**
   * Names of those of this JVM; also the monitor of all that asks for locks. Those of its own are
   * never asked for: a process that closes a file loses all its locks on it, also one that it took
   * through another channel.
   */
  private static final Set<Path> OWN = new HashSet<>();

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

  /**
   * Creates the folder in a parent folder, which must be there.
   *
   * @throws IOException if the parent cannot be written
   */
  public static WorkDir createIn(Path parent) throws IOException {
    synchronized (OWN) {
      removeAbandoned(parent);
      Path path =
          Files.createTempDirectory(parent, "kairos-" + ProcessHandle.current().pid() + "-");
      OWN.add(path.getFileName());
      return new WorkDir(path, lock(path));
    }
  }

  /** The lock file takes its name when it is locked: nobody finds it free before. */
  private static FileChannel lock(Path folder) throws IOException {
    Path free = folder.resolve(LOCK + ".free");
    FileChannel lock =
        FileChannel.open(free, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    lock.lock();
    Files.move(free, folder.resolve(LOCK), StandardCopyOption.ATOMIC_MOVE);
    return lock;
  }

  /** The folders in {@code java.io.tmpdir} of the runs that are alive, in no order. */
  public static List<Path> running() throws IOException {
    return runningIn(Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** The folders in a parent folder of the runs that are alive, in no order. */
  public static List<Path> runningIn(Path parent) throws IOException {
    synchronized (OWN) {
      return foldersIn(parent, folder -> isOwn(folder) || isHeld(folder));
    }
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
    synchronized (OWN) {
      OWN.remove(path.getFileName());
    }
  }

  private static void removeAbandoned(Path parent) throws IOException {
    for (Path folder : foldersIn(parent, folder -> !isOwn(folder) && isAbandoned(folder))) {
      FolderTree.delete(folder);
    }
  }

  private static List<Path> foldersIn(Path parent, Predicate<Path> wanted) throws IOException {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, NAMES)) {
      for (Path folder : folders) {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
          found.add(folder);
        }
      }
    }
    if (!found.isEmpty()) {
      OwnFolders own = OwnFolders.in(parent);
      found.removeIf(folder -> !own.contain(folder) || !wanted.test(folder));
    }
    return found;
  }

  private static boolean isOwn(Path folder) {
    return OWN.contains(folder.getFileName());
  }

  /** Asks with a shared lock, so that two who ask at once do not take each other for a run. */
  private static boolean isHeld(Path folder) {
    try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.READ);
        FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
      return lock == null;
    } catch (IOException e) {
      // No lock file.
      return false;
    }
  }

  private static boolean isAbandoned(Path folder) {
    try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock != null;
    } catch (IOException e) {
      // No lock file: not ours to delete.
      return false;
    }
  }
}
