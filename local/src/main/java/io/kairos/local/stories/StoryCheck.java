package io.kairos.local.stories;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The test of rules by stories: reads files and tells their stories. */
public final class StoryCheck {
  private final List<Path> paths;
  private final Optional<Path> rules;

  /**
   * @param paths files of stories, or folders of them
   * @param rules rule file of all of them; empty: each names its own, or means the default rules
   */
  public StoryCheck(List<Path> paths, Optional<Path> rules) {
    this.paths = List.copyOf(paths);
    this.rules = rules;
  }

  /**
   * Tells all stories.
   *
   * @throws io.kairos.local.CommandError if a file is wrong
   */
  public StoryReport run() {
    List<FileResult> results = new ArrayList<>();
    for (StoryFile file : new StoryFiles(rules).read(paths)) {
      StoryRun run = new StoryRun(file.rules(), file.shop());
      results.add(new FileResult(file, file.stories().stream().map(run::run).toList()));
    }
    return new StoryReport(results);
  }
}
