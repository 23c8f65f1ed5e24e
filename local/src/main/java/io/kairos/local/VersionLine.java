package io.kairos.local;

import org.apache.flink.runtime.util.EnvironmentInformation;
import picocli.CommandLine.IVersionProvider;

/** What {@code kairos --version} prints: Kairos, Flink and Java. */
final class VersionLine implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = VersionLine.class.getPackage().getImplementationVersion();
    return new String[] {
      "Kairos "
          + (version == null ? "(unpackaged)" : version)
          + ", Flink "
          + EnvironmentInformation.getVersion()
          + ", Java "
          + Runtime.version()
    };
  }
}
