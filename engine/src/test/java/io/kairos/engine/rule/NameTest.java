package io.kairos.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.pack.Packer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/**
 * The marks by which runs know their steps and variants in state. One that changes is not found
 * again: what was sent would go out once more.
 */
class NameTest {

  @Test
  void marksOfNames() {
    assertThat(Name.of("first", 0).mark()).isEqualTo(0xf94e5c4);
    assertThat(Name.of("second", 3).mark()).isEqualTo(0xc711e1d);
    assertThat(Name.of("a", 1).mark()).isEqualTo(0xb689943);
  }

  @Test
  void theMarkOfTheStepThatHasNoName() {
    assertThat(Name.of("", 0).mark()).isEqualTo(32);
  }

  @Property
  void aMarkTakesFourBytesAndIsNoPlace(@ForAll String text) {
    int mark = Name.of(text + "x", 0).mark();

    assertThat(new Packer().unsigned(mark).size()).isEqualTo(4);
    assertThat(Name.isPlace(mark)).isFalse();
  }
}
