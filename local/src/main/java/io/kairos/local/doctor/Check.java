package io.kairos.local.doctor;

import java.util.List;

/** Judges one thing about an installation. Pure: the same facts give the same findings. */
@FunctionalInterface
interface Check {
  List<Finding> look(Installation at);

  /** A check of topics, one after the other. */
  static Check ofTopics(TopicCheckUp each) {
    return at ->
        at.topics().seen().stream().flatMap(topic -> each.look(topic, at).stream()).toList();
  }

  /** A check of samples, one after the other. */
  static Check ofSamples(SampleCheckUp each) {
    return at -> at.samples().stream().flatMap(sample -> each.look(sample, at).stream()).toList();
  }

  /** Judges one thing about one topic. */
  @FunctionalInterface
  interface TopicCheckUp {
    List<Finding> look(SeenTopic topic, Installation at);
  }

  /** Judges one thing about the records of one topic. */
  @FunctionalInterface
  interface SampleCheckUp {
    List<Finding> look(Sample sample, Installation at);
  }
}
