package io.kairos.local.view;

/** Shows a made-up moment on the real terminal for some seconds, to be looked at. */
final class ScreenPreview {
  private ScreenPreview() {}

  public static void main(String[] arguments) throws InterruptedException {
    try (DemoScreen screen = new DemoScreen(System.out, Snapshots.SHANGHAI)) {
      for (int frame = 0; frame < 10; frame++) {
        screen.show(Snapshots.busy());
        Thread.sleep(500);
      }
    }
    Summary.of(Snapshots.busy(), Snapshots.SHANGHAI).forEach(System.out::println);
  }
}
