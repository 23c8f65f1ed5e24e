package io.kairos.torture.campaign;

import io.kairos.local.CommandError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a campaign needs on the disk: the logs of all processes, the topics on each broker, the
 * checkpoints and savepoints.
 */
final class FreeSpace {
  private static final int MEBIBYTES_AT_FIRST = 1024;
  private static final int MEBIBYTES_A_STRIKE = 20;

  private FreeSpace() {}

  /**
   * Ends a campaign before it begins, if its folder has no room for it.
   *
   * @throws CommandError if it has not
   */
  static void require(CampaignPlan plan, Path folder) throws IOException {
    long needed = MEBIBYTES_AT_FIRST + (long) MEBIBYTES_A_STRIKE * plan.strikes().size();
    long free = Files.getFileStore(folder).getUsableSpace() >> 20;
    if (free < needed) {
      throw new CommandError(
          "a campaign of %d faults takes up to %,d MiB, and %s has %,d MiB left"
              .formatted(plan.strikes().size(), needed, folder, free));
    }
  }
}
