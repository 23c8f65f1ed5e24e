package io.kairos.local.rules;

import java.util.Collection;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.api.lowlevel.Serialize;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Parts of a YAML document as texts of their own, with the writer's comments and quotes. */
final class YamlBody {
  private YamlBody() {}

  private enum Comments {
    KEPT,
    LEFT_OUT
  }

  /** A part as it was written. */
  static String of(Node node) {
    String plain = dump(node, Comments.LEFT_OUT);
    String commented = dump(node, Comments.KEPT);
    return isSame(plain, commented) ? commented : plain;
  }

  /** A map without some of its keys. */
  static String without(Collection<String> keys, MappingNode map) {
    MappingNode rest =
        new MappingNode(
            map.getTag(),
            true,
            map.getValue().stream()
                .filter(tuple -> !keys.contains(YamlTree.textOf(tuple.getKeyNode())))
                .toList(),
            FlowStyle.BLOCK,
            map.getStartMark(),
            map.getEndMark());
    rest.setBlockComments(map.getBlockComments());
    return of(rest);
  }

  /** The same text without its comments. */
  static String withoutComments(String body) {
    return YamlTree.of(body).root().map(node -> dump(node, Comments.LEFT_OUT)).orElse("");
  }

  /** Whether two texts say the same, whatever their order of keys, comments and quotes. */
  static boolean isSame(String first, String second) {
    return Objects.equals(load(first), load(second));
  }

  private static Object load(String yaml) {
    return new Load(LoadSettings.builder().build()).loadFromString(yaml);
  }

  private static String dump(Node node, Comments comments) {
    DumpSettings settings =
        DumpSettings.builder()
            .setDumpComments(comments == Comments.KEPT)
            .setDereferenceAliases(true)
            .setSplitLines(false)
            .setWidth(Integer.MAX_VALUE)
            .build();
    String text =
        new Present(settings)
            .emitToString(new Serialize(settings).serializeOne(block(node)).iterator());
    return text.strip() + "\n";
  }

  /** One entry a line, so that a difference is about entries. */
  private static Node block(Node node) {
    if (node instanceof MappingNode map) {
      map.setFlowStyle(FlowStyle.BLOCK);
    } else if (node instanceof SequenceNode list) {
      list.setFlowStyle(FlowStyle.BLOCK);
    }
    return node;
  }
}
