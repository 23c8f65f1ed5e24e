package io.kairos.engine.condition;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The CEL library's parser and type checker, set up for one vocabulary. */
final class Cel {
  private static final CelOptions OPTIONS =
      CelOptions.current()
          .maxExpressionCodePointSize(ConditionCompiler.LONGEST)
          .maxParseRecursionDepth(4 * Syntax.MOST_OPERATORS)
          .maxParseErrorRecoveryLimit(1)
          .enableQuotedIdentifierSyntax(false)
          .enableOptionalSyntax(false)
          .build();

  /** The operators of the language. None of CEL's functions, such as {@code matches}, is there. */
  private static final CelStandardDeclarations OPERATORS =
      CelStandardDeclarations.newBuilder()
          .includeFunctions(
              StandardFunction.IN,
              StandardFunction.CONDITIONAL,
              StandardFunction.LOGICAL_NOT,
              StandardFunction.LOGICAL_OR,
              StandardFunction.LOGICAL_AND,
              StandardFunction.EQUALS,
              StandardFunction.NOT_EQUALS,
              StandardFunction.ADD,
              StandardFunction.SUBTRACT,
              StandardFunction.MULTIPLY,
              StandardFunction.DIVIDE,
              StandardFunction.NEGATE,
              StandardFunction.LESS,
              StandardFunction.LESS_EQUALS,
              StandardFunction.GREATER,
              StandardFunction.GREATER_EQUALS)
          .build();

  private final CelCompiler compiler;

  Cel(Vocabulary<?> vocabulary) {
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(List.of())
            .setStandardEnvironmentEnabled(false)
            .setStandardDeclarations(OPERATORS)
            .addFunctionDeclarations(known());
    vocabulary
        .variables()
        .forEach(variable -> builder.addVar(variable.name(), of(variable.type())));
    vocabulary.functions().forEach(function -> builder.addFunctionDeclarations(of(function)));
    this.compiler = builder.build();
  }

  /** The tree of a text; empty if it cannot be parsed. Its numbers are still of several types. */
  Optional<CelAbstractSyntaxTree> parse(String text) {
    return tree(compiler.parse(text));
  }

  /** The same tree with its types; empty if they do not fit. */
  Optional<CelAbstractSyntaxTree> check(CelAbstractSyntaxTree parsed) {
    return tree(compiler.check(parsed));
  }

  private static Optional<CelAbstractSyntaxTree> tree(CelValidationResult result) {
    try {
      return Optional.of(result.getAst());
    } catch (CelValidationException invalid) {
      return Optional.empty();
    }
  }

  private static CelFunctionDecl known() {
    return CelFunctionDecl.newFunctionDeclaration(
        Vocabulary.KNOWN,
        Arrays.stream(Type.values())
            .map(
                type ->
                    CelOverloadDecl.newGlobalOverload("known_" + type, SimpleType.BOOL, of(type)))
            .toList());
  }

  private static CelFunctionDecl of(Function<?> function) {
    List<CelType> parameters = function.parameters().stream().map(p -> of(p.type())).toList();
    return CelFunctionDecl.newFunctionDeclaration(
        function.name(),
        CelOverloadDecl.newGlobalOverload(
            "vocabulary_" + function.name(), of(function.result()), parameters));
  }

  static CelType of(Type type) {
    return switch (type) {
      case NUMBER -> SimpleType.DOUBLE;
      case TEXT -> SimpleType.STRING;
      case FLAG -> SimpleType.BOOL;
    };
  }
}
