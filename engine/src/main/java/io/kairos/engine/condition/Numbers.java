package io.kairos.engine.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelList;
import java.util.List;

/** Makes all numbers of a parsed tree one type, so that 200 and 200.00 are the same. */
final class Numbers {
  private Numbers() {}

  static CelAbstractSyntaxTree unified(CelAbstractSyntaxTree parsed) {
    return CelAbstractSyntaxTree.newParsedAst(unified(parsed.getExpr()), parsed.getSource());
  }

  private static CelExpr unified(CelExpr expr) {
    return switch (expr.getKind()) {
      case CONSTANT -> expr.toBuilder().setConstant(unified(expr.constant())).build();
      case CALL -> expr.toBuilder().setCall(unified(expr.call())).build();
      case LIST -> expr.toBuilder().setList(unified(expr.list())).build();
      default -> expr;
    };
  }

  private static CelCall unified(CelCall call) {
    return call.toBuilder().clearArgs().addArgs(unified(call.args())).build();
  }

  private static CelList unified(CelList list) {
    return CelList.newBuilder().addElements(unified(list.elements())).build();
  }

  private static List<CelExpr> unified(List<CelExpr> exprs) {
    return exprs.stream().map(Numbers::unified).toList();
  }

  private static CelConstant unified(CelConstant constant) {
    return constant.getKind() == CelConstant.Kind.INT64_VALUE
        ? CelConstant.ofValue((double) constant.int64Value())
        : constant;
  }
}
