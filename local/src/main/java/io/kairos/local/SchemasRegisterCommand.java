package io.kairos.local;

import io.kairos.flink.config.RegistryConfig;
import io.kairos.flink.config.RegistryConfig.Registration;
import io.kairos.flink.registry.OwnSchemas;
import io.kairos.flink.registry.RegistryRefusal;
import io.kairos.flink.registry.RegistryUnavailable;
import io.kairos.wire.Topics;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kairos schemas register}: makes a registry know the schema of every topic. */
@Command(
    name = "register",
    description = {
      "Registers the schema of every topic, as of this release, under the subject TOPIC-value.",
      "A schema that is there already keeps its id."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class,
    showDefaultValues = true)
final class SchemasRegisterCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private RegistryOptions options;

  @Option(
      names = "--topic-prefix",
      paramLabel = "PREFIX",
      defaultValue = Topics.DEFAULT_PREFIX,
      description = "What stands before the topics' names.")
  private String topicPrefix;

  @Override
  public Integer call() {
    RegistryConfig registry = options.find(Registration.REGISTER);
    if (!registry.isSet()) {
      throw new ParameterException(
          spec.commandLine(), "say with --registry which one, as http://localhost:8081");
    }
    OwnSchemas schemas = new OwnSchemas(registry, topicPrefix);
    PrintWriter out = spec.commandLine().getOut();
    try {
      for (Topics topic : Topics.values()) {
        out.println("%s: id %d".formatted(schemas.subject(topic), schemas.id(topic)));
        out.flush();
      }
    } catch (RegistryRefusal | RegistryUnavailable | IllegalArgumentException refused) {
      throw new CommandError(refused.getMessage(), refused);
    }
    return 0;
  }
}
