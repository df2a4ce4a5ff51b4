package io.slipway.cli.live;

import io.slipway.reports.text.Palette;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Optional;

/** The tree of stages and steps, drawn again in place ten times a second. */
public final class LiveTree implements Progress {
    private final Clock clock;
    private final Drawing drawing;
    private int tick;

    /**
     * A tree on that stream, which is a terminal.
     *
     * @param keep whether the last picture stays when the tree is closed
     */
    public LiveTree(PrintStream out, Palette palette, Clock clock, boolean keep) {
        this.clock = clock;
        this.drawing = new Drawing(out, palette, keep);
    }

    @Override
    public void show(Snapshot snapshot) {
        if (snapshot.journal().runs() > 0) {
            drawing.draw(Frame.of(snapshot, clock.instant(), tick++).rows(drawing.width(), drawing.height()));
        }
    }

    @Override
    public Optional<Key> key() {
        return switch (drawing.key()) {
            case 'a' -> Optional.of(Key.APPROVE);
            case 'r' -> Optional.of(Key.RETRY);
            case 's' -> Optional.of(Key.SKIP);
            case 'q' -> Optional.of(Key.DETACH);
            default -> Optional.empty();
        };
    }

    @Override
    public void close() {
        drawing.close();
    }
}
