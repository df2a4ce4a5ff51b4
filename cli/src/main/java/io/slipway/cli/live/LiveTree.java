package io.slipway.cli.live;

import io.slipway.reports.text.Palette;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The tree of stages and steps, drawn again in place ten times a second. */
public final class LiveTree implements Progress {
    private static final String HIDE_CURSOR = "\u001b[?25l";
    private static final String SHOW_CURSOR = "\u001b[?25h";
    private static final String CLEAR_BELOW = "\u001b[J";
    private static final String CLEAR_LINE = "\u001b[K";
    private static final String CLEAR_SCREEN = "\u001b[H\u001b[2J";

    private final PrintStream out;
    private final Palette palette;
    private final Clock clock;
    private final boolean keep;
    private final Screen screen = Screen.open();
    private final Thread restore = new Thread(this::restore, "slipway-terminal");
    private int drawn;
    private int width;
    private int tick;
    private boolean closed;

    /**
     * A tree on that stream, which is a terminal.
     *
     * @param keep whether the last picture stays when the tree is closed
     */
    public LiveTree(PrintStream out, Palette palette, Clock clock, boolean keep) {
        this.out = out;
        this.palette = palette;
        this.clock = clock;
        this.keep = keep;
        this.width = screen.width();
        Runtime.getRuntime().addShutdownHook(restore);
        out.print(HIDE_CURSOR);
    }

    @Override
    public synchronized void show(Snapshot snapshot) {
        if (closed || snapshot.journal().runs() == 0) {
            return;
        }
        List<Row> rows = Frame.of(snapshot, clock.instant(), tick++).rows(Math.max(3, screen.height() - 1));
        StringBuilder picture = new StringBuilder(home());
        for (Row row : rows) {
            picture.append(row.render(width - 1, palette)).append(CLEAR_LINE).append('\n');
        }
        out.print(picture.append(CLEAR_BELOW));
        out.flush();
        drawn = rows.size();
    }

    /** To where the last picture began; after a resize its rows have been wrapped anew, so the screen is cleared. */
    private String home() {
        if (screen.width() != width) {
            width = screen.width();
            return CLEAR_SCREEN;
        }
        return drawn == 0 ? "\r" : "\u001b[" + drawn + "A\r";
    }

    @Override
    public Optional<Key> key() {
        return switch (screen.key()) {
            case 'a' -> Optional.of(Key.APPROVE);
            case 'r' -> Optional.of(Key.RETRY);
            case 's' -> Optional.of(Key.SKIP);
            case 'q' -> Optional.of(Key.DETACH);
            default -> Optional.empty();
        };
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(restore);
        if (!keep && drawn > 0) {
            out.print("\u001b[" + drawn + "A\r" + CLEAR_BELOW);
        }
        restore();
    }

    private synchronized void restore() {
        if (!closed) {
            closed = true;
            out.print(SHOW_CURSOR);
            out.flush();
            screen.close();
        }
    }
}
