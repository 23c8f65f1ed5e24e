package io.kairos.engine.rule;

import io.kairos.engine.event.CartChange;
import io.kairos.engine.event.Click;
import io.kairos.engine.event.EventName;
import io.kairos.engine.event.Item;
import io.kairos.engine.event.OrderStatus;
import io.kairos.engine.fact.Facts;
import io.kairos.engine.fact.Parts;
import io.kairos.engine.interest.Searches;
import io.kairos.engine.pack.Hash;
import io.kairos.engine.profile.Occurrence;
import io.kairos.engine.segment.Tier;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Of what a rule has at most one run at a time. */
public enum Per {
  CUSTOMER(Subjects.ANYTHING, 0) {
    @Override
    String about(Occurrence occurrence, Tier tier) {
      return null;
    }

    @Override
    String now(Facts facts) {
      return "";
    }
  },
  CART(Subjects.CART, Parts.CART) {
    @Override
    String about(Occurrence occurrence, Tier tier) {
      return occurrence.cartKey();
    }

    @Override
    String now(Facts facts) {
      return facts.profile().cart().key();
    }
  },
  ORDER(Subjects.ORDER, 0) {
    @Override
    String about(Occurrence occurrence, Tier tier) {
      return occurrence.orderId();
    }
  },
  ITEM(Subjects.ITEM, 0) {
    @Override
    String about(Occurrence occurrence, Tier tier) {
      return itemOf(occurrence).id();
    }

    @Override
    boolean concerns(Occurrence occurrence, String key, Tier tier) {
      return concernsAny(occurrence, key, Item::id);
    }
  },
  CATEGORY(Subjects.ITEM, Parts.INTERESTS | Parts.ORDERS) {
    @Override
    String about(Occurrence occurrence, Tier tier) {
      return itemOf(occurrence).category();
    }

    @Override
    boolean concerns(Occurrence occurrence, String key, Tier tier) {
      return concernsAny(occurrence, key, Item::category);
    }

    @Override
    String now(Facts facts) {
      return facts.topCategory();
    }
  },
  QUERY(Subjects.QUERY, Parts.SEARCHES | Parts.PERSON) {
    @Override
    String about(Occurrence occurrence, Tier tier) {
      return occurrence.event() instanceof Click click && click.content().query() != null
          ? Searches.normalised(click.content().query())
          : null;
    }

    @Override
    String now(Facts facts) {
      return facts.streakQuery();
    }
  },
  TIER(Subjects.TIER, Parts.GROUPS) {
    @Override
    String about(Occurrence occurrence, Tier tier) {
      return occurrence.name() == EventName.TIER_RAISED ? tier.label() : null;
    }

    @Override
    String now(Facts facts) {
      return facts.groups().tier();
    }

    /** A loss concerns the tiers that are lost, not the one that the customer falls to. */
    @Override
    boolean concerns(Occurrence occurrence, String key, Tier tier) {
      return occurrence.name() == EventName.TIER_LOWERED
          ? isAbove(key, tier)
          : super.concerns(occurrence, key, tier);
    }

    /** A run that began under another rule file may be about something else than a tier. */
    private static boolean isAbove(String key, Tier tier) {
      for (Tier one : Tier.values()) {
        if (one.label().equals(key)) {
          return one.compareTo(tier) > 0;
        }
      }
      return false;
    }
  };

  private final Set<EventName> events;
  private final int parts;

  /**
   * @param events all that can have this key
   * @param parts as {@link Parts} says
   */
  Per(Set<EventName> events, int parts) {
    this.events = events;
    this.parts = parts;
  }

  /** The events that can have this key: no other begins a run. */
  Set<EventName> events() {
    return events;
  }

  /** The parts of a customer that the key of {@code becomes} is read from. */
  int parts() {
    return parts;
  }

  /** Whether an occurrence can begin a run: one that is about none of these has no key for it. */
  boolean hasKey(Occurrence occurrence, Tier tier) {
    return this == CUSTOMER || about(occurrence, tier) != null;
  }

  /**
   * The key of that name, as rules write it.
   *
   * @throws IllegalArgumentException if there is none; the message lists all
   */
  static Per of(String label) {
    for (Per per : values()) {
      if (per.label().equals(label)) {
        return per;
      }
    }
    String known =
        Arrays.stream(values()).map(Per::label).sorted().collect(Collectors.joining(", "));
    throw new IllegalArgumentException("'" + label + "' is no key. Known: " + known);
  }

  /** The key's name as rules write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the occurrence is about; null for nothing in particular. */
  abstract String about(Occurrence occurrence, Tier tier);

  /** What a customer is about now, for {@code becomes}; null for nothing. */
  String now(Facts facts) {
    return null;
  }

  /** Whether {@code becomes} can have it. */
  boolean isOfTheCustomer() {
    return this != ORDER && this != ITEM;
  }

  /** The key of a customer now; null where there is none. */
  String keyNow(Facts facts) {
    String now = now(facts);
    return now == null ? null : Hash.shortened(now, Run.LONGEST_KEY);
  }

  /**
   * The key of a run that an occurrence is about.
   *
   * @param tier the customer's tier at that instant
   * @return null where it is about none in particular, and so about all
   */
  String keyOf(Occurrence occurrence, Tier tier) {
    String about = about(occurrence, tier);
    return about == null ? null : Hash.shortened(about, Run.LONGEST_KEY);
  }

  /** Whether an occurrence is about a run's key, or about none in particular and so about all. */
  boolean concerns(Occurrence occurrence, String key, Tier tier) {
    String about = keyOf(occurrence, tier);
    return about == null || about.equals(key);
  }

  private static Item itemOf(Occurrence occurrence) {
    if (occurrence.event() instanceof Click click) {
      return click.item();
    }
    return occurrence.event() instanceof CartChange change ? change.item().item() : Item.NONE;
  }

  /** An order is about everything in its lines. */
  private static boolean concernsAny(Occurrence occurrence, String key, Function<Item, String> of) {
    if (occurrence.event() instanceof OrderStatus order) {
      return order.lines().isEmpty()
          || order.lines().stream().anyMatch(line -> isKey(of.apply(line.item()), key));
    }
    String about = of.apply(itemOf(occurrence));
    return about == null || isKey(about, key);
  }

  private static boolean isKey(String about, String key) {
    return about != null && Hash.shortened(about, Run.LONGEST_KEY).equals(key);
  }
}
