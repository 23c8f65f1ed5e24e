package io.kairos.local.registry;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands every test the same registry: started for the first that asks, closed after the last. */
public final class SharedRegistry implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == RegistryProcess.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(SharedRegistry.class))
        .getOrComputeIfAbsent("registry", absent -> start(), RegistryProcess.class);
  }

  private static RegistryProcess start() {
    try {
      return RegistryProcess.start();
    } catch (Exception failed) {
      throw new IllegalStateException("The registry cannot start", failed);
    }
  }
}
