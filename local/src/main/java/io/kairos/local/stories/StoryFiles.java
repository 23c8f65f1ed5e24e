package io.kairos.local.stories;

import io.kairos.engine.profile.Shop;
import io.kairos.engine.rule.RuleFile;
import io.kairos.engine.rule.RuleSet;
import io.kairos.local.CommandError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds and reads files of stories. */
final class StoryFiles {
  private final Optional<Path> rulesForAll;

  /**
   * @param rulesForAll rule file of all stories; empty: each file names its own, or means the
   *     default rules
   */
  StoryFiles(Optional<Path> rulesForAll) {
    this.rulesForAll = rulesForAll;
  }

  /**
   * Reads files, and of folders all files of stories that lie in them.
   *
   * @throws CommandError if one is wrong; the message holds all that is wrong with all of them
   */
  List<StoryFile> read(List<Path> paths) {
    List<StoryFile> files = new ArrayList<>();
    List<String> complaints = new ArrayList<>();
    for (Path path : paths.stream().flatMap(this::files).toList()) {
      Mistakes mistakes = new Mistakes();
      String text = text(path);
      mistakes.collect(() -> file(path, Written.document(text), mistakes)).ifPresent(files::add);
      complaints.addAll(new Complaint(path, text).about(mistakes.found()));
    }
    if (!complaints.isEmpty()) {
      throw new CommandError(String.join("\n", complaints));
    }
    return files;
  }

  private Stream<Path> files(Path path) {
    if (!Files.isDirectory(path)) {
      return Stream.of(path);
    }
    try (Stream<Path> inside = Files.list(path)) {
      List<Path> stories =
          inside
              .filter(file -> file.toString().matches(".*\\.ya?ml"))
              .filter(file -> text(file).lines().anyMatch(line -> line.startsWith("stories:")))
              .sorted()
              .toList();
      if (stories.isEmpty()) {
        throw new CommandError("no file of stories in " + path + ": one begins with 'stories:'");
      }
      return stories.stream();
    } catch (IOException unreadable) {
      throw new CommandError("cannot read the folder " + path + ": " + unreadable, unreadable);
    }
  }

  private static String text(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException unreadable) {
      throw new CommandError("cannot read " + path + ": give the path of a file of UTF-8 text");
    }
  }

  private StoryFile file(Path path, Written file, Mistakes mistakes) {
    file.only("rules", "shop", "stories");
    Shop shop = file.get("shop").map(StoryFiles::shop).orElse(Shop.DEFAULT);
    RuleSet rules = rules(path, file, shop);
    StoryReader reader = new StoryReader(rules, shop, mistakes);
    List<Story> stories = new ArrayList<>();
    for (Written story : file.require("stories").list()) {
      mistakes.collect(() -> reader.read(story)).flatMap(told -> told).ifPresent(stories::add);
    }
    return new StoryFile(path, rules, shop, stories);
  }

  private static Shop shop(Written shop) {
    shop.only("currency", "timeZone");
    String currency = shop.get("currency").map(Written::text).orElse(Shop.DEFAULT.currency());
    try {
      Currency.getInstance(currency);
    } catch (IllegalArgumentException unknown) {
      throw shop.require("currency").wrong("there is no currency '" + currency + "' in ISO 4217");
    }
    try {
      ZoneId zone = shop.get("timeZone").map(z -> ZoneId.of(z.text())).orElse(Shop.DEFAULT.zone());
      return new Shop(currency, zone);
    } catch (DateTimeException unknown) {
      throw shop.require("timeZone").wrong("there is no such time zone, as Asia/Shanghai is one");
    }
  }

  private RuleSet rules(Path story, Written file, Shop shop) {
    Optional<Path> named =
        file.get("rules").map(rules -> story.toAbsolutePath().resolveSibling(rules.text()));
    Optional<Path> used = rulesForAll.or(() -> named);
    if (used.isEmpty()) {
      return RuleFile.defaults(shop.currency());
    }
    try {
      return RuleFile.parse(text(used.get()), shop.currency());
    } catch (IllegalArgumentException wrong) {
      throw new CommandError(used.get() + ": " + wrong.getMessage());
    }
  }
}
