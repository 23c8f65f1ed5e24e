package io.kairos.engine.profile;

import io.kairos.engine.event.Consent.Purpose;
import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;
import java.util.Optional;

/**
 * What a customer allows on one channel, and whether the customer can be reached there.
 *
 * @param marketing the last word on marketing; null for none
 * @param service the last word on service messages; null for none
 * @param reach null where nobody knows
 */
public record Channel(String name, Word marketing, Word service, Boolean reach) {

  static Channel named(String name) {
    return new Channel(name, null, null, null);
  }

  /** The last word for a purpose. */
  public Optional<Word> word(Purpose purpose) {
    return Optional.ofNullable(purpose == Purpose.MARKETING ? marketing : service);
  }

  /** With a word, unless a later one is known. */
  Channel with(Purpose purpose, Word word) {
    return purpose == Purpose.MARKETING
        ? new Channel(name, word.orLater(marketing), service, reach)
        : new Channel(name, marketing, word.orLater(service), reach);
  }

  Channel reachable(boolean now) {
    return new Channel(name, marketing, service, now);
  }

  void pack(Packer out) {
    int reached = reach == null ? 0 : reach ? 4 : 8;
    out.word(name);
    out.byteValue((marketing == null ? 0 : 1) | (service == null ? 0 : 2) | reached);
    if (marketing != null) {
      marketing.pack(out);
    }
    if (service != null) {
      service.pack(out);
    }
  }

  static Channel unpack(Unpacker in) {
    String name = in.word();
    int flags = in.byteValue();
    Word marketing = (flags & 1) == 0 ? null : Word.unpack(in);
    Word service = (flags & 2) == 0 ? null : Word.unpack(in);
    Boolean reach = (flags & 12) == 0 ? null : (flags & 4) != 0;
    return new Channel(name, marketing, service, reach);
  }
}
