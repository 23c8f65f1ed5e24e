package io.kairos.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.NoSuchFileException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class NoAnswerTest {

  private static Finding of(Throwable cause) {
    return new NoAnswer(cause).finding("b:1");
  }

  @Test
  void brokersThatAreAwayAreLookedFor() {
    Finding finding = of(new TimeoutException("Timed out waiting for a node assignment."));

    assertThat(finding.found()).isEqualTo("no answer");
    assertThat(finding.advice().mend()).contains("kafka.bootstrap.servers");
  }

  @Test
  void aWrongPasswordIsLookedForInTheLogin() {
    Finding finding = of(new SaslAuthenticationException("invalid credentials"));

    assertThat(finding.found()).isEqualTo("the login is refused: invalid credentials");
    assertThat(finding.advice().mend()).contains("kafka.sasl.jaas.config");
  }

  @Test
  void aCertificateOfAnotherAuthorityIsNotALogin() {
    Finding finding =
        of(
            new SslAuthenticationException(
                "SSL handshake failed", new SSLHandshakeException("unable to find valid path")));

    assertThat(finding.found()).isEqualTo("the certificate is refused: unable to find valid path");
    assertThat(finding.advice().mend()).contains("kafka.ssl.truststore.location");
  }

  @Test
  void aFileOfCertificatesThatIsNotThereIsNamed() {
    Finding finding =
        of(
            new KafkaException(
                "Failed to create new KafkaAdminClient",
                new KafkaException(new NoSuchFileException("/etc/kairos/ca.pem"))));

    assertThat(finding.found()).isEqualTo("/etc/kairos/ca.pem cannot be read");
    assertThat(finding.advice().mend()).startsWith("check kafka.ssl.truststore.location");
  }
}
