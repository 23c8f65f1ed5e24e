package io.kairos.torture.fault;

import io.kairos.torture.cluster.Cluster;
import io.kairos.torture.cluster.SmallDisk;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The faults there are, each with how large it can be. */
public enum FaultKind {
  /** See {@link Calm}. */
  CALM {
    @Override
    Fault draw(RandomGenerator random) {
      return new Calm(between(random, 1, 3));
    }
  },
  /** See {@link KillTaskManager}. */
  KILL_TASKMANAGER {
    @Override
    Fault draw(RandomGenerator random) {
      return new KillTaskManager(random.nextInt(2), between(random, 0, 6));
    }
  },
  /** See {@link KillAllTaskManagers}. */
  KILL_ALL_TASKMANAGERS {
    @Override
    Fault draw(RandomGenerator random) {
      return new KillAllTaskManagers(between(random, 0, 6));
    }
  },
  /** See {@link KillLeader}. */
  KILL_LEADER {
    @Override
    Fault draw(RandomGenerator random) {
      return new KillLeader(between(random, 0, 6));
    }
  },
  /** See {@link KillBroker}. */
  KILL_BROKER {
    @Override
    Fault draw(RandomGenerator random) {
      return new KillBroker(random.nextInt(MOST_BROKERS), between(random, 0, 15));
    }
  },
  /** See {@link KillCoordinator}. */
  KILL_COORDINATOR {
    @Override
    Fault draw(RandomGenerator random) {
      return new KillCoordinator(between(random, 0, 15));
    }
  },
  /** See {@link RollBrokers}. */
  ROLL_BROKERS {
    @Override
    Fault draw(RandomGenerator random) {
      return new RollBrokers();
    }
  },
  /** See {@link PauseTaskManager}. */
  PAUSE_TASKMANAGER {
    @Override
    Fault draw(RandomGenerator random) {
      return new PauseTaskManager(random.nextInt(2), between(random, 5, 20));
    }
  },
  /** See {@link PauseLeader}. */
  PAUSE_LEADER {
    @Override
    Fault draw(RandomGenerator random) {
      return new PauseLeader(between(random, 2, 15));
    }
  },
  /** See {@link PauseBroker}. */
  PAUSE_BROKER {
    @Override
    Fault draw(RandomGenerator random) {
      return new PauseBroker(random.nextInt(MOST_BROKERS), between(random, 8, 30));
    }
  },
  /** See {@link PauseFollower}. */
  PAUSE_FOLLOWER {
    @Override
    Fault draw(RandomGenerator random) {
      return new PauseFollower(random.nextInt(MOST_BROKERS), between(random, 2, 30));
    }
  },
  /** See {@link CutConnections}. */
  CUT_CONNECTIONS {
    @Override
    Fault draw(RandomGenerator random) {
      return new CutConnections(1 + random.nextInt(5), between(random, 0, 2));
    }
  },
  /** See {@link HoldConnections}. */
  HOLD_CONNECTIONS {
    @Override
    Fault draw(RandomGenerator random) {
      return new HoldConnections(between(random, 3, 20));
    }
  },
  /** See {@link HoldBroker}. */
  HOLD_BROKER {
    @Override
    Fault draw(RandomGenerator random) {
      return new HoldBroker(random.nextInt(MOST_BROKERS), between(random, 3, 30));
    }
  },
  /** See {@link FillDisk}. */
  FILL_DISK {
    @Override
    Fault draw(RandomGenerator random) {
      return new FillDisk(random.nextInt(2), between(random, 8, 20));
    }

    @Override
    public Optional<String> obstacle() {
      return SmallDisk.isPossible()
          ? Optional.empty()
          : Optional.of("a small disk takes the right to mount, which root may have");
    }
  },
  /** See {@link Rescale}. */
  RESCALE {
    @Override
    Fault draw(RandomGenerator random) {
      return new Rescale(1 + random.nextInt(Cluster.MOST_SUBTASKS - 1));
    }
  },
  /** See {@link Upgrade}. */
  UPGRADE {
    @Override
    Fault draw(RandomGenerator random) {
      return new Upgrade();
    }
  },
  /** See {@link Restore}. */
  RESTORE {
    @Override
    Fault draw(RandomGenerator random) {
      return new Restore();
    }
  };

  /** Which of them is drawn from so many, however many there are. */
  private static final int MOST_BROKERS = 3;

  /** One of this kind. */
  abstract Fault draw(RandomGenerator random);

  /** What keeps it from this machine; empty if nothing does. */
  public Optional<String> obstacle() {
    return Optional.empty();
  }

  /** Whether something goes wrong by it. */
  public boolean isFault() {
    return this != CALM;
  }

  /** As in reports. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Duration between(RandomGenerator random, int fromSeconds, int toSeconds) {
    return Duration.ofMillis(random.nextLong(fromSeconds * 1000L, toSeconds * 1000L + 1));
  }
}
