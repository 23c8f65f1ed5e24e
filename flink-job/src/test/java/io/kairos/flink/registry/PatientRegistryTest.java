package io.kairos.flink.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.flink.config.RegistryConfig.Registration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatientRegistryTest {
  private static final String PATH = "/schemas/ids/7";
  private static final String SCHEMA = "{\"schema\":\"\\\"string\\\"\"}";

  private final FakeRegistry fake = new FakeRegistry();

  @AfterEach
  void close() {
    fake.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "500 | {\"error_code\":50001,\"message\":\"no leader\"}",
        "503 | away",
        "401 | {\"error_code\":40101,\"message\":\"who are you?\"}",
        "302 | elsewhere",
        "200 | <html>Welcome</html>",
        "200 | {}",
        "404 | <html>No such page</html>",
        "404 | {\"error_code\":404,\"message\":\"HTTP 404 Not Found\"}"
      })
  void whatIsNoAnswerOfARegistryIsAskedAgain(int status, String body) throws Exception {
    fake.says(status, body).says(200, SCHEMA);
    assertThat(patient().get(PATH).isOk()).isTrue();
    assertThat(fake.asked()).containsExactly("GET " + PATH, "GET " + PATH);
  }

  @Test
  void notFoundIsAnAnswer() throws Exception {
    fake.hasNoSuch();
    assertThat(patient().get(PATH).isNotFound()).isTrue();
    assertThat(fake.asked()).hasSize(1);
  }

  @Test
  void whoNeverAnswersIsGivenUpByName() {
    fake.says(500, "oh");
    assertThatThrownBy(() -> patientFor(3_000).get(PATH))
        .isInstanceOf(RegistryUnavailable.class)
        .hasMessageStartingWith("REGISTRY_UNAVAILABLE")
        .hasMessageContaining(fake.url())
        .hasMessageContaining("status 500");
    assertThat(fake.asked()).hasSizeGreaterThan(1);
  }

  @Test
  void anAnswerThatNeverEndsIsNotWaitedFor() {
    fake.hangs();
    assertThatThrownBy(() -> patientFor(400).get(PATH))
        .isInstanceOf(RegistryUnavailable.class)
        .hasMessageContaining("does not answer within 400 ms");
  }

  @Test
  void whereNobodyListensIsGivenUpByName() {
    fake.close();
    assertThatThrownBy(() -> patientFor(400).get(PATH))
        .isInstanceOf(RegistryUnavailable.class)
        .hasMessageContaining("ConnectException");
  }

  @Test
  void anInterruptEndsTheWaitingAtOnce() throws Exception {
    fake.says(500, "oh");
    CompletableFuture<Boolean> stillMarked = new CompletableFuture<>();
    Thread asking =
        new Thread(
            () -> {
              try {
                patient().get(PATH);
              } catch (TooLong | RegistryUnavailable stopped) {
                stillMarked.complete(Thread.currentThread().isInterrupted());
              }
            });
    asking.start();
    asking.interrupt();
    assertThat(stillMarked.get(5, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void theLoginIsReadWhereItIsNeeded(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("registry"), "ann:s3cret");
    fake.says(200, SCHEMA);
    new PatientRegistry(fake.config("${dir:" + folder + ":registry}", Registration.LOOK_UP, 30_000))
        .get(PATH);
    assertThat(fake.logins()).containsExactly("Basic YW5uOnMzY3JldA==");
  }

  @Test
  void aLoginThatIsNotThereIsNamedByItsReference(@TempDir Path folder) {
    String reference = "${file:" + folder + "/none.properties:registry}";
    assertThatThrownBy(
            () ->
                new PatientRegistry(fake.config(reference, Registration.LOOK_UP, 1_000)).get(PATH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("schema.registry.basic-auth")
        .hasMessageContaining(reference);
  }

  private PatientRegistry patient() {
    return new PatientRegistry(fake.config());
  }

  private PatientRegistry patientFor(long millis) {
    return new PatientRegistry(fake.config(null, Registration.LOOK_UP, millis));
  }
}
