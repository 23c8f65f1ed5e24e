package io.kairos.local.stories;

import java.util.List;

/** How the stories of a file came out. */
record FileResult(StoryFile file, List<StoryResult> stories) {
  boolean passed() {
    return stories.stream().allMatch(StoryResult::passed);
  }
}
