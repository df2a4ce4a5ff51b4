package io.slipway.activities.flink.memory;

/**
 * A part of memory that is a fraction of a whole, but never less nor more than its bounds.
 *
 * @param name of the part, for messages
 * @param key its options are {@code key.fraction}, {@code key.min} and {@code key.max}
 * @param fraction of the whole; from 0 to less than 1
 * @param min least
 * @param max most
 */
record Share(String name, String key, double fraction, MemorySize min, MemorySize max) {

    /** Its defaults, with what the options say instead. */
    static Share of(MemoryOptions options, Share defaults) throws MemoryMisfit {
        String option = defaults.key();
        Share share = new Share(
                defaults.name(),
                options.key(option),
                options.fraction(option + ".fraction", defaults.fraction()),
                options.size(option + ".min", defaults.min()),
                options.size(option + ".max", defaults.max()));
        share.checkBounds();
        return share;
    }

    private void checkBounds() throws MemoryMisfit {
        if (max.lessThan(min)) {
            throw new MemoryMisfit(
                    key + ".max (" + max + ") is " + min.minus(max) + " less than " + key + ".min (" + min + ")",
                    "lower " + key + ".min or raise " + key + ".max");
        }
    }

    /** The part of a known whole. */
    MemorySize of(MemorySize whole) {
        return within(whole.times(fraction));
    }

    /** The part when the rest of the whole is known. */
    MemorySize beside(MemorySize rest) {
        return within(rest.times(fraction / (1 - fraction)));
    }

    /**
     * What is left over must do as this part.
     *
     * @throws MemoryMisfit when it is outside of the bounds
     */
    MemorySize leftOver(MemorySize left) throws MemoryMisfit {
        if (left.lessThan(min)) {
            throw new MemoryMisfit(
                    left + " are left for " + name + ", " + min.minus(left) + " less than " + key + ".min (" + min
                            + ")",
                    "raise the whole, lower the other parts, or lower " + key + ".min");
        }
        if (max.lessThan(left)) {
            throw new MemoryMisfit(
                    left + " are left for " + name + ", " + left.minus(max) + " more than " + key + ".max (" + max
                            + ")",
                    "lower the whole, raise the other parts, or raise " + key + ".max");
        }
        return left;
    }

    private MemorySize within(MemorySize size) {
        MemorySize least = size.lessThan(min) ? min : size;
        return max.lessThan(least) ? max : least;
    }
}
