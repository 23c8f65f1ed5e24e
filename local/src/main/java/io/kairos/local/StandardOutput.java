package io.kairos.local;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** The output stream of the process for bytes, which tells when its reader has seen enough. */
final class StandardOutput extends FilterOutputStream {

  /** The reader, such as {@code head}, closed its end. */
  static final class ReaderGone extends IOException {
    private static final long serialVersionUID = 1L;

    ReaderGone(IOException cause) {
      super("nobody reads the output any more", cause);
    }
  }

  StandardOutput() {
    this(new FileOutputStream(FileDescriptor.out));
  }

  StandardOutput(OutputStream out) {
    super(out);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException failed) {
      throw told(failed);
    }
  }

  /** Java has no type for it. The other failures, such as a full disk, stay what they are. */
  private static IOException told(IOException failed) {
    String message = String.valueOf(failed.getMessage());
    return message.contains("Broken pipe") ? new ReaderGone(failed) : failed;
  }
}
