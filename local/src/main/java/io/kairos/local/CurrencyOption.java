package io.kairos.local;

import io.kairos.flink.config.KairosOptions;
import java.util.Currency;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The shop's currency, in which amounts of rules are. */
final class CurrencyOption {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--currency",
      paramLabel = "CODE",
      description = "The shop's currency, as EUR. Without it: CNY, as for the job.")
  private String code;

  /**
   * ISO 4217 code.
   *
   * @throws ParameterException if there is no such currency
   */
  String code() {
    String asked = code == null ? KairosOptions.CURRENCY.defaultValue() : code;
    try {
      return Currency.getInstance(asked).getCurrencyCode();
    } catch (IllegalArgumentException unknown) {
      throw new ParameterException(
          command.commandLine(), "there is no currency '" + asked + "': write it as EUR", unknown);
    }
  }
}
