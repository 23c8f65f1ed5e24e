package io.kairos.local;

import io.kairos.local.profiles.ProfilePage;
import io.kairos.local.profiles.ProfileSearch;
import io.kairos.local.profiles.ProfileShape;
import io.kairos.local.profiles.ProfileSource;
import io.kairos.local.profiles.ReadCount;
import io.kairos.wire.PlainJson;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.apache.avro.generic.GenericRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kairos profile}: what is known of one customer. */
@Command(
    name = "profile",
    description = {
      "Prints the profile of one customer.",
      "It comes from the profiles topic of the demo that runs on this machine, of any Kafka, or"
          + " from a file of a replay. What is not known is left out."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class,
    showDefaultValues = true)
final class ProfileCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private ProfileOptions options;

  @Parameters(paramLabel = "CUSTOMER", description = "The customer's id.")
  private String customerId;

  @Option(
      names = "--time-zone",
      paramLabel = "ZONE",
      converter = ZoneText.class,
      description = "Zone of the times, as Asia/Shanghai. Without it: the demo's, else UTC.")
  private ZoneId zone;

  @Option(names = "--json", description = "Print one JSON object, with the names of the topic.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    ProfileOptions.Found found = options.find();
    GenericRecord profile = profile(found.opening());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JsonText.encodable(PlainJson.of(profile)));
    } else {
      new ProfilePage(profile, zone == null ? found.zone() : zone).lines().forEach(out::println);
    }
    out.flush();
    return 0;
  }

  private GenericRecord profile(ProfileOptions.Opening opening) throws Exception {
    StatusLine line = StatusLine.after(Duration.ofSeconds(1), spec.commandLine().getErr());
    try (StopSignal stop = StopSignal.install();
        ProfileSource source = opening.open(ProfileShape.whole(), new ReadCount(line), stop)) {
      return new ProfileSearch(source, customerId).find();
    } finally {
      line.done();
    }
  }
}
