package io.slipway.cli.live;

import io.slipway.reports.fleet.FleetReport;
import io.slipway.reports.text.Palette;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Optional;

/** The waves of a fleet, drawn again in place. */
final class FleetTree implements FleetProgress {
    private final Clock clock;
    private final Drawing drawing;
    private int tick;

    FleetTree(PrintStream out, Palette palette, Clock clock, boolean keep) {
        this.clock = clock;
        this.drawing = new Drawing(out, palette, keep);
    }

    @Override
    public void show(FleetReport report) {
        if (report.started().isPresent()) {
            drawing.draw(new FleetFrame(report, clock.instant(), tick++).rows(drawing.height()));
        }
    }

    @Override
    public Optional<Key> key() {
        return switch (drawing.key()) {
            case 'p' -> Optional.of(Key.PAUSE);
            case 'c' -> Optional.of(Key.CONTINUE);
            case 'A' -> Optional.of(Key.ABORT);
            case 'q' -> Optional.of(Key.DETACH);
            default -> Optional.empty();
        };
    }

    @Override
    public void close() {
        drawing.close();
    }
}
