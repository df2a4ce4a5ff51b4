package io.slipway.cli.live;

import io.slipway.cli.console.Console;
import io.slipway.model.journal.Journal;
import io.slipway.reports.text.Palette;
import java.time.Clock;
import java.time.ZoneId;

/** Chooses how progress is shown: a live tree on a terminal, lines elsewhere. */
public final class Watching {
    private Watching() {}

    /**
     * The progress of a fleet for that console.
     *
     * @param summary whether a summary for people follows on stdout, so that the picture need not stay
     */
    public static FleetProgress fleet(Console console, boolean summary) {
        boolean stays = !summary || console.outPalette() == Palette.PLAIN;
        return console.live()
                ? new FleetTree(console.err(), console.errPalette(), Clock.systemUTC(), stays)
                : new FleetLines(console.err());
    }

    /**
     * The progress for that console.
     *
     * @param summary whether a summary for people follows on stdout, so that the tree need not stay
     * @param shown what lines leave out, since it was shown before
     */
    public static Progress open(Console console, boolean summary, Journal shown) {
        boolean stays = !summary || console.outPalette() == Palette.PLAIN;
        return console.live()
                ? new LiveTree(console.err(), console.errPalette(), Clock.systemUTC(), stays)
                : new PlainLines(console.err(), ZoneId.systemDefault()).after(shown);
    }
}
