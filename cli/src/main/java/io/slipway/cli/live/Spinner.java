package io.slipway.cli.live;

/** The sign of what is under way. */
final class Spinner {
    private static final String SIGNS = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";

    private Spinner() {}

    static String at(int tick) {
        return SIGNS.substring(Math.floorMod(tick, SIGNS.length()), Math.floorMod(tick, SIGNS.length()) + 1);
    }
}
