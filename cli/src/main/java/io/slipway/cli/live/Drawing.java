package io.slipway.cli.live;

import io.slipway.cli.console.AtExit;
import io.slipway.reports.text.Palette;
import java.io.PrintStream;
import java.util.List;

/** Draws rows again and again at the same place of a terminal, and gives it back as it was. */
final class Drawing implements AutoCloseable {
    private static final String HIDE_CURSOR = "\u001b[?25l";
    private static final String SHOW_CURSOR = "\u001b[?25h";
    private static final String CLEAR_BELOW = "\u001b[J";
    private static final String CLEAR_LINE = "\u001b[K";
    private static final String CLEAR_SCREEN = "\u001b[H\u001b[2J";

    private final PrintStream out;
    private final Palette palette;
    private final boolean keep;
    private final Screen screen = Screen.open();
    private final AtExit exit;
    private int drawn;
    private int width;
    private boolean closed;

    /**
     * A place on that stream, which is a terminal.
     *
     * @param keep whether the last picture stays when it is closed
     */
    Drawing(PrintStream out, Palette palette, boolean keep) {
        this.out = out;
        this.palette = palette;
        this.keep = keep;
        this.width = screen.width();
        this.exit = AtExit.run("slipway-terminal", this::restore);
        out.print(HIDE_CURSOR);
    }

    /** How many rows there is room for. */
    int height() {
        return Math.max(3, screen.height() - 1);
    }

    /** How many columns there are; the last one stays free, as some terminals go on in the next row after it. */
    int width() {
        return screen.width() - 1;
    }

    synchronized void draw(List<Row> rows) {
        if (closed) {
            return;
        }
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

    /** The key pressed since the last call, or a negative number. */
    int key() {
        return screen.key();
    }

    @Override
    public void close() {
        exit.close();
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
