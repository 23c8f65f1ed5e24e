package io.kairos.local.rules;

import io.kairos.engine.predict.ModelFile;
import io.kairos.engine.rule.RuleFile;
import io.kairos.engine.rule.Status;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rule file that a job is started with, under everything that the topic says.
 *
 * @param text the file
 * @param model the model file
 * @param revisions what they declare
 */
public record BaseRules(String text, String model, List<Revision> revisions) {

  /** The rules that ship with the engine. */
  public static BaseRules shipped() {
    return of(RuleSource.of(new RuleText("default rules", RuleFile.defaultText())));
  }

  /**
   * A file of the deployment's own.
   *
   * @throws FaultException if it is no rule file
   */
  public static BaseRules of(RuleSource file) {
    String model = shippedModel();
    RuleSource ofModel = RuleSource.of(new RuleText("default model", model));
    List<Revision> revisions =
        Stream.concat(file.drafts().stream(), ofModel.drafts().stream())
            .map(draft -> revision(file, draft))
            .toList();
    return new BaseRules(file.file().text(), model, revisions);
  }

  private static Revision revision(RuleSource file, Draft draft) {
    return new Revision(
        draft.id(),
        draft.id().kind() == Kind.RULE ? file.version(draft.id()) : 0,
        draft.status().orElse(Status.ACTIVE),
        draft.body(),
        new Revision.Terms(draft.period(), null, null));
  }

  private static String shippedModel() {
    try (InputStream in = ModelFile.class.getResourceAsStream("/default-model.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
