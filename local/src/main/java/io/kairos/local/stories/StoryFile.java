package io.kairos.local.stories;

import io.kairos.engine.profile.Shop;
import io.kairos.engine.rule.RuleSet;
import java.nio.file.Path;
import java.util.List;

/**
 * A file of stories.
 *
 * @param path the file
 * @param rules under which they are told
 * @param shop in which they happen
 */
record StoryFile(Path path, RuleSet rules, Shop shop, List<Story> stories) {}
