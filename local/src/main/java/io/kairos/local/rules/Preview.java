package io.kairos.local.rules;

import java.util.List;

/** Shows what a publication would have done, before anybody says yes to it. */
public interface Preview {
  /** Shows nothing. */
  Preview NONE = (before, after) -> List.of();

  /**
   * What two rule files would have made of the last days.
   *
   * @param before the rule file in force now, whole
   * @param after the rule file that would be in force, whole
   * @return lines for people, without line ends; none if there is nothing to show
   * @throws Exception if it cannot be reckoned; the publication then stops
   */
  List<String> lines(String before, String after) throws Exception;
}
