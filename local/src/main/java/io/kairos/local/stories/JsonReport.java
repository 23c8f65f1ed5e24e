package io.kairos.local.stories;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The report of a test for programs. */
record JsonReport(List<FileResult> files) {
  private static final JsonMapper JSON = new JsonMapper();

  String text() {
    ObjectNode report = JSON.createObjectNode();
    ArrayNode stories = report.putArray("stories");
    files.forEach(file -> file.stories().forEach(story -> story(file, story, stories.addObject())));
    long failed =
        files.stream().flatMap(f -> f.stories().stream()).filter(s -> !s.passed()).count();
    report.put("passed", stories.size() - failed).put("failed", failed);
    return report.toString();
  }

  private static void story(FileResult file, StoryResult story, ObjectNode into) {
    into.put("file", file.file().path().toString())
        .put("line", story.story().title().place().line())
        .put("story", story.story().title().name())
        .put("passed", story.passed());
    ArrayNode failures = into.putArray("failures");
    for (Failure failure : story.failures()) {
      ObjectNode one = failures.addObject();
      one.put("line", failure.place().line())
          .put("column", failure.place().column())
          .put("expected", failure.expected());
      failure.instead().forEach(one.withArray("instead")::add);
    }
  }
}
