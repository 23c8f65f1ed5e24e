package io.kairos.local.doctor;

import io.kairos.wire.Topics;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The topics of the installation.
 *
 * @param missing there are none of these names
 * @param hidden the job may not see them
 */
record TopicsThere(List<SeenTopic> seen, List<Topics> missing, List<Topics> hidden) {

  Stream<SeenTopic> inputs() {
    return seen.stream().filter(SeenTopic::isInput);
  }

  Optional<SeenTopic> of(Topics topic) {
    return seen.stream().filter(one -> one.topic() == topic).findFirst();
  }
}
