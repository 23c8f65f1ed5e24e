package io.kairos.flink;

import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;

/** All that is logged while it is open, at every level; nothing of it goes anywhere else. */
final class Overheard extends AbstractAppender implements AutoCloseable {
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final Level level;
  private final Collection<Appender> others;

  private Overheard(Level level, Collection<Appender> others) {
    super("overheard", null, null, true, Property.EMPTY_ARRAY);
    this.level = level;
    this.others = others;
  }

  static Overheard everything() {
    Logger root = root();
    Overheard overheard = new Overheard(root.getLevel(), List.copyOf(root.getAppenders().values()));
    overheard.start();
    overheard.others.forEach(root::removeAppender);
    root.addAppender(overheard);
    Configurator.setRootLevel(Level.ALL);
    return overheard;
  }

  @Override
  public void append(LogEvent event) {
    lines.add(event.getMessage().getFormattedMessage());
    if (event.getThrown() != null) {
      lines.add(event.getThrown().toString());
    }
  }

  String text() {
    return lines.stream().collect(Collectors.joining("\n"));
  }

  @Override
  public void close() {
    Configurator.setRootLevel(level);
    root().removeAppender(this);
    others.forEach(root()::addAppender);
  }

  private static Logger root() {
    return LoggerContext.getContext(false).getRootLogger();
  }
}
