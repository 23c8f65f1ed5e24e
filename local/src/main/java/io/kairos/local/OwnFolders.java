package io.kairos.local;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/**
 * The folders of this process's user in a folder that others may write to as well. Theirs can bear
 * the names of ours: they are neither to be believed nor deleted.
 */
final class OwnFolders {
  private static final Set<PosixFilePermission> WRITE_OF_OTHERS =
      Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  private final Optional<UserPrincipal> user;

  private OwnFolders(Optional<UserPrincipal> user) {
    this.user = user;
  }

  /**
   * Learns the user from a file that it makes there for a moment: the user of a container may have
   * no name to look up.
   */
  static OwnFolders in(Path parent) throws IOException {
    try {
      Path made = Files.createTempFile(parent, ".kairos-owner-", null);
      try {
        return new OwnFolders(Optional.of(Files.getOwner(made, LinkOption.NOFOLLOW_LINKS)));
      } finally {
        Files.deleteIfExists(made);
      }
    } catch (AccessDeniedException foreign) {
      // Where this user may not write, there is nothing of this user's.
      return new OwnFolders(Optional.empty());
    }
  }

  /** Whether the folder is of this user, and nobody else can put anything into it. */
  boolean contain(Path folder) {
    try {
      return user.isPresent()
          && user.get().equals(Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS))
          && Collections.disjoint(permissions(folder), WRITE_OF_OTHERS);
    } catch (IOException gone) {
      return false;
    }
  }

  /** None on a file system that does not have them. */
  private static Set<PosixFilePermission> permissions(Path folder) throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(folder, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    return view == null ? Set.of() : view.readAttributes().permissions();
  }
}
