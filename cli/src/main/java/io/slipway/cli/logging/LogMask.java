package io.slipway.cli.logging;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** Hides secrets in all that this process logs. Logging is one for a process, and so is this. */
public final class LogMask {
    private static final List<UnaryOperator<String>> MASKS = new CopyOnWriteArrayList<>();

    private LogMask() {}

    /** Adds one who knows secrets, and puts asterisks in their place. */
    public static void add(UnaryOperator<String> mask) {
        MASKS.add(mask);
    }

    /** The text without the secrets that any of them knows. */
    public static String hide(String text) {
        String hidden = text;
        for (UnaryOperator<String> mask : MASKS) {
            hidden = mask.apply(hidden);
        }
        return hidden;
    }
}
