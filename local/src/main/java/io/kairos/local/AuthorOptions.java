package io.kairos.local;

import io.kairos.local.rules.Authorship;
import picocli.CommandLine.Option;

/** Who changes rules, and why. */
final class AuthorOptions {

  @Option(
      names = "--author",
      paramLabel = "NAME",
      defaultValue = "${sys:user.name}",
      description = "Who publishes; stands in the history. Without it: this user.")
  private String author;

  @Option(names = "--note", paramLabel = "TEXT", description = "Why; stands in the history.")
  private String note;

  Authorship authorship() {
    return new Authorship(author, note);
  }
}
