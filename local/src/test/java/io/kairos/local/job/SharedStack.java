package io.kairos.local.job;

import io.kairos.local.LocalStack;
import io.kairos.local.StopSignal;
import io.kairos.local.kafka.TopicTime;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands every test the same broker and cluster: started for the first test that asks, closed after
 * the last class.
 */
public final class SharedStack implements ParameterResolver {
  static final int SLOTS = 4;

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == LocalStack.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(SharedStack.class))
        .getOrComputeIfAbsent("stack", absent -> start(), LocalStack.class);
  }

  private static LocalStack start() {
    try (StopSignal stop = StopSignal.install()) {
      return LocalStack.start(SLOTS, TopicTime.REPLAY, stop);
    } catch (Exception failed) {
      throw new IllegalStateException("The stack cannot start", failed);
    }
  }
}
