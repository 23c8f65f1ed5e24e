package io.kairos.local.job;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.runtime.state.CheckpointMetadataOutputStream;
import org.apache.flink.runtime.state.CheckpointStorage;
import org.apache.flink.runtime.state.CheckpointStorageAccess;
import org.apache.flink.runtime.state.CheckpointStorageFactory;
import org.apache.flink.runtime.state.CheckpointStorageLocation;
import org.apache.flink.runtime.state.CompletedCheckpointStorageLocation;
import org.apache.flink.runtime.state.storage.FileSystemCheckpointStorage;

/** Checkpoints in files, with a trap behind the last byte of each. */
final class WatchedStorage implements CheckpointStorage {
  private static final long serialVersionUID = 1L;

  private static final ConfigOption<String> POINT =
      ConfigOptions.key("test.trap.point").stringType().noDefaultValue();
  private static final ConfigOption<String> RUN =
      ConfigOptions.key("test.trap.run").stringType().noDefaultValue();

  private final CheckpointStorage storage;
  private final Trap trap;

  private WatchedStorage(CheckpointStorage storage, Trap trap) {
    this.storage = storage;
    this.trap = trap;
  }

  /** Options of a job whose checkpoints a trap watches. */
  static Map<String, String> options(Map<String, String> options, Trap trap) {
    return JobOnBroker.with(
        options,
        "flink.execution.checkpointing.storage",
        Factory.class.getName(),
        "flink." + POINT.key(),
        trap.point().name(),
        "flink." + RUN.key(),
        trap.run().toString());
  }

  /** Made by Flink, by its name. */
  public static final class Factory implements CheckpointStorageFactory<WatchedStorage> {

    @Override
    public WatchedStorage createFromConfig(ReadableConfig config, ClassLoader classLoader) {
      return new WatchedStorage(
          FileSystemCheckpointStorage.createFromConfig(config, classLoader),
          Trap.of(config.get(POINT), config.get(RUN)));
    }
  }

  @Override
  public CompletedCheckpointStorageLocation resolveCheckpoint(String pointer) throws IOException {
    return storage.resolveCheckpoint(pointer);
  }

  @Override
  public CheckpointStorageAccess createCheckpointStorage(JobID jobId) throws IOException {
    CheckpointStorageAccess access = storage.createCheckpointStorage(jobId);
    return exchanging(
        CheckpointStorageAccess.class,
        access,
        made -> made instanceof CheckpointStorageLocation place ? watched(place) : made);
  }

  private CheckpointStorageLocation watched(CheckpointStorageLocation place) {
    return exchanging(
        CheckpointStorageLocation.class,
        place,
        made -> made instanceof CheckpointMetadataOutputStream out ? new Watched(out) : made);
  }

  private interface Exchange {
    Object of(Object made);
  }

  /** All that the original does, with what it makes exchanged. */
  private static <T> T exchanging(Class<T> type, T original, Exchange exchange) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> exchange.of(call(original, method, arguments)));
    return type.cast(proxy);
  }

  private static Object call(Object original, Method method, Object... arguments) throws Throwable {
    try {
      return method.invoke(original, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private final class Watched extends CheckpointMetadataOutputStream {
    private final CheckpointMetadataOutputStream out;

    private Watched(CheckpointMetadataOutputStream out) {
      this.out = out;
    }

    @Override
    public CompletedCheckpointStorageLocation closeAndFinalizeCheckpoint() throws IOException {
      CompletedCheckpointStorageLocation stored = out.closeAndFinalizeCheckpoint();
      try {
        trap.stored();
      } catch (Exception | AssertionError broken) {
        throw new IOException(broken);
      }
      return stored;
    }

    @Override
    public long getPos() throws IOException {
      return out.getPos();
    }

    @Override
    public void write(int value) throws IOException {
      out.write(value);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }

    @Override
    public void sync() throws IOException {
      out.sync();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
