package io.kairos.flink.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTextTest {
  private static final String OPTION = "kafka.sasl.jaas.config";
  private static final String SCRAM =
      "org.apache.kafka.common.security.scram.ScramLoginModule required";
  private static final String PLANTED = "hunter2-planted";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        SCRAM + " username=\"kairos\" password=\"${env:KAFKA_PASSWORD}\";",
        SCRAM + " username=\"kairos\" password=\"${file:/run/secrets/kafka.properties:password}\";",
        "org.apache.kafka.common.security.plain.PlainLoginModule required"
            + " username=\"${dir:/run/secrets:user}\" password=\"${dir:/run/secrets:password}\";",
        "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required ;",
        "${file:/run/secrets/kafka.properties:login}"
      })
  void aLoginWhosePasswordIsAReferenceIsTaken(String text) {
    assertThatCode(() -> LoginText.check(OPTION, text)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.sun.security.auth.module.JndiLoginModule required user.provider.url=\"ldap://x\";",
        "com.sun.security.auth.module.LdapLoginModule required;",
        "com.sun.security.auth.module.Krb5LoginModule required;"
      })
  void aModuleThatIsNotKafkasIsRefusedByName(String text) {
    assertThatThrownBy(() -> LoginText.check(OPTION, text))
        .hasMessageContaining("Option kafka.sasl.jaas.config names " + text.split(" ")[0]);
  }

  @Test
  void aSecondModuleBehindAGoodOneIsRefused() {
    String two = SCRAM + "; com.sun.security.auth.module.JndiLoginModule required;";
    assertThatThrownBy(() -> LoginText.check(OPTION, two))
        .hasMessageContaining("must be one of Kafka's login modules");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        SCRAM + " username=\"kairos\" password=\"" + PLANTED + "\";",
        SCRAM + " username=\"kairos\" password=\"" + PLANTED + "${env:MORE}\";",
        SCRAM + " username=\"kairos\" Password=\"" + PLANTED + "\";",
        SCRAM + " username=\"kairos\" password " + PLANTED + ';',
        SCRAM + " username=\"kairos\" password=\"" + PLANTED,
        PLANTED
      })
  void aPlainPasswordIsRefusedAndNeverRepeated(String text) {
    Throwable refused = catchThrowable(() -> LoginText.check(OPTION, text));
    assertThat(refused).hasMessageContaining("${file:/PATH:KEY}").hasNoCause();
    assertThat(refused.getMessage()).doesNotContain(PLANTED);
  }

  @Test
  void aModuleInTheSecretFileIsLookedAtToo() throws IOException {
    Path file = folder.resolve("kafka.properties");
    Files.writeString(file, "login=com.sun.security.auth.module.JndiLoginModule required;");
    assertThatThrownBy(() -> LoginText.requireSecrets(OPTION, "${file:" + file + ":login}"))
        .hasMessageContaining("names com.sun.security.auth.module.JndiLoginModule");
  }

  @ParameterizedTest
  @ValueSource(strings = {PLANTED + '"', PLANTED + "\\n", PLANTED + "\n"})
  void aPasswordThatWouldBreakOutOfItsQuotesIsRefused(String password) throws IOException {
    Files.writeString(folder.resolve("password"), password);
    String text = SCRAM + " username=\"kairos\" password=\"${dir:" + folder + ":password}\";";
    Throwable refused = catchThrowable(() -> LoginText.requireSecrets(OPTION, text));
    assertThat(refused).hasMessageContaining(OPTION);
    assertThat(refused.getMessage()).doesNotContain(PLANTED);
  }
}
