package io.kairos.local.imports;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * A data file, plain or gzip (told by its first two bytes), as UTF-8 text.
 *
 * @param path the file
 * @param progress told of every piece read
 */
public record InputFile(Path path, ImportProgress progress) {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int GZIP_MAGIC = 0x1f8b;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** The text from its start, without a byte order mark. Bytes that are no UTF-8 become U+FFFD. */
  public BufferedReader open() throws IOException {
    InputStream bytes = new BufferedInputStream(counted(), BUFFER_BYTES);
    try {
      InputStream text = isGzip(bytes) ? new GZIPInputStream(bytes, BUFFER_BYTES) : bytes;
      return withoutMark(new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8)));
    } catch (IOException | RuntimeException unreadable) {
      bytes.close();
      throw unreadable;
    }
  }

  private InputStream counted() throws IOException {
    return new CountedStream(Files.newInputStream(path), Files.size(path), progress);
  }

  private static boolean isGzip(InputStream bytes) throws IOException {
    bytes.mark(2);
    int magic = bytes.read() << 8 | bytes.read();
    bytes.reset();
    return magic == GZIP_MAGIC;
  }

  private static BufferedReader withoutMark(BufferedReader text) throws IOException {
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
    return text;
  }
}
