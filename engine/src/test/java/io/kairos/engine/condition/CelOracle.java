package io.kairos.engine.condition;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Map;

/** The library's own compiler and evaluator with its usual settings. Its numbers need a point. */
final class CelOracle {
  private final CelCompiler compiler =
      CelCompilerFactory.standardCelCompilerBuilder()
          .addVar("cart.value", SimpleType.DOUBLE)
          .addVar("cart.count", SimpleType.DOUBLE)
          .addVar("orders.count", SimpleType.DOUBLE)
          .addVar("tier", SimpleType.STRING)
          .addVar("city", SimpleType.STRING)
          .addVar("vip", SimpleType.BOOL)
          .addVar("tester", SimpleType.BOOL)
          .addFunctionDeclarations(known(SimpleType.DOUBLE))
          .build();

  private final CelRuntime runtime =
      CelRuntimeFactory.standardCelRuntimeBuilder()
          .addFunctionBindings(CelFunctionBinding.from("known_number", Double.class, x -> true))
          .build();

  boolean holds(String text, Map<String, Object> view) throws Exception {
    return (Boolean) runtime.createProgram(compiler.compile(text).getAst()).eval(view);
  }

  private static CelFunctionDecl known(CelType type) {
    return CelFunctionDecl.newFunctionDeclaration(
        "known", CelOverloadDecl.newGlobalOverload("known_number", SimpleType.BOOL, type));
  }
}
