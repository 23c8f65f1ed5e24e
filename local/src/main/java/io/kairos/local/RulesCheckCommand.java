package io.kairos.local;

import io.kairos.engine.profile.Shop;
import io.kairos.local.rules.BaseRules;
import io.kairos.local.rules.FaultReport;
import io.kairos.local.rules.RuleCheck;
import io.kairos.local.rules.RuleSource;
import io.kairos.local.rules.RuleText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kairos rules check}: whether a file can be published. */
@Command(
    name = "check",
    description = {
      "Says whether a rule file or a model file can be published, and where it is wrong.",
      "It is read together with the rules that ship with Kairos, as publish does it; nothing is"
          + " connected to."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class)
final class RulesCheckCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The file, in YAML.")
  private Path file;

  @Option(
      names = "--alone",
      description = "Check it as the whole rule file of a job (rule.file), beside nothing else.")
  private boolean alone;

  @Option(
      names = "--base",
      paramLabel = "FILE",
      description = "The rule file to read it together with, in place of the one that ships.")
  private Path base;

  @Mixin private CurrencyOption currency;

  @Override
  public Integer call() {
    RuleSource source = RuleSource.of(RuleText.read(file));
    RuleCheck check = check(source);
    FaultReport report = new FaultReport(source.file());
    PrintWriter err = spec.commandLine().getErr();
    check.warnings().forEach(warning -> report.lines(warning).forEach(err::println));
    err.flush();
    spec.commandLine().getOut().println(check.summary());
    spec.commandLine().getOut().flush();
    return 0;
  }

  private RuleCheck check(RuleSource source) {
    return alone
        ? RuleCheck.alone(source, currency.code(), Instant.now())
        : RuleCheck.beside(base(), source, shop(), Instant.now());
  }

  private Shop shop() {
    return new Shop(currency.code(), RulesOptions.usualZone());
  }

  private BaseRules base() {
    return base == null ? BaseRules.shipped() : BaseRules.of(RuleSource.of(RuleText.read(base)));
  }
}
