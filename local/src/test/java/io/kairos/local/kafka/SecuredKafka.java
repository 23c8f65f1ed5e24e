package io.kairos.local.kafka;

import io.kairos.wire.Topics;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AclBinding;

/**
 * A broker with a listener that asks for TLS and a SCRAM login, and allows a user only what an ACL
 * says. Its plain listener is the administrator's.
 */
public final class SecuredKafka implements Closeable {
  private static final int ITERATIONS = 4096;
  private static final String STORE_PASSWORD = "changeit";

  private final LocalKafka kafka;
  private final LocalTopics topics;
  private final Path certificate;
  private final String securedServers;

  private SecuredKafka(
      LocalKafka kafka, LocalTopics topics, Path certificate, String securedServers) {
    this.kafka = kafka;
    this.topics = topics;
    this.certificate = certificate;
    this.securedServers = securedServers;
  }

  /** Starts the broker and makes the topics. */
  public static SecuredKafka start(Path folder, int partitions)
      throws IOException, InterruptedException {
    Path store = folder.resolve("broker.p12");
    Path certificate = folder.resolve("broker.pem");
    keytool(
        store, "-genkeypair", "-keyalg", "EC", "-dname", "CN=broker", "-ext", "san=ip:127.0.0.1");
    keytool(store, "-exportcert", "-rfc", "-file", certificate.toString());
    String address = "127.0.0.1:" + FreePorts.next();
    Path settings = Files.write(folder.resolve("broker.properties"), settings(address, store));
    LocalKafka kafka = LocalKafka.start(folder, settings);
    LocalTopics topics =
        LocalTopics.create(
            kafka.bootstrapServers(), Topics.DEFAULT_PREFIX, partitions, TopicTime.REPLAY);
    return new SecuredKafka(kafka, topics, certificate, address);
  }

  private static List<String> settings(String address, Path store) {
    return List.of(
        "listeners=SECURED://" + address,
        "advertised.listeners=SECURED://" + address,
        "listener.security.protocol.map=SECURED:SASL_SSL",
        "sasl.enabled.mechanisms=SCRAM-SHA-512",
        "listener.name.secured.scram-sha-512.sasl.jaas.config="
            + "org.apache.kafka.common.security.scram.ScramLoginModule required;",
        "ssl.keystore.type=PKCS12",
        "ssl.keystore.location=" + store,
        "ssl.keystore.password=" + STORE_PASSWORD,
        "authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer",
        "super.users=User:ANONYMOUS");
  }

  /** Makes a user, who may nothing beside what these say. */
  public void addUser(String name, String password, Collection<AclBinding> acls)
      throws ExecutionException, InterruptedException {
    ScramCredentialInfo kind = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      admin
          .alterUserScramCredentials(
              List.of(new UserScramCredentialUpsertion(name, kind, password)))
          .all()
          .get();
      admin.createAcls(acls).all().get();
    }
  }

  /** The administrator's address. */
  public String plainServers() {
    return kafka.bootstrapServers();
  }

  /** The users' address. */
  public String securedServers() {
    return securedServers;
  }

  /** Who signed the broker's certificate, in PEM form: itself. */
  public Path certificate() {
    return certificate;
  }

  /** Where the broker keeps its data. */
  public Path folder() {
    return kafka.folder();
  }

  public LocalTopics topics() {
    return topics;
  }

  @Override
  public void close() throws IOException {
    topics.close();
    kafka.close();
  }

  private static void keytool(Path store, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(
        List.of("-alias", "broker", "-keystore", store.toString(), "-storepass", STORE_PASSWORD));
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(keytool.getInputStream().readAllBytes());
    if (!keytool.waitFor(30, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
      throw new IOException("keytool failed: " + said);
    }
  }
}
