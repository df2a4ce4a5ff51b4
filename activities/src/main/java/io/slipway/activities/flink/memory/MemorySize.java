package io.slipway.activities.flink.memory;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of memory as Flink's options hold it.
 *
 * @param bytes how many bytes; never negative
 */
public record MemorySize(long bytes) implements Comparable<MemorySize> {
    /** Nothing. */
    static final MemorySize ZERO = new MemorySize(0);
    /** What Flink takes for "no upper bound". */
    static final MemorySize MOST = new MemorySize(Long.MAX_VALUE);

    private static final BigDecimal MEBI = BigDecimal.valueOf(1L << 20);
    private static final Pattern FORM = Pattern.compile("(\\d{1,18})\\s*([a-z]*)");

    public MemorySize {
        if (bytes < 0) {
            throw new IllegalArgumentException("memory is never negative: " + bytes);
        }
    }

    /** So many mebibytes. */
    static MemorySize mebibytes(long count) {
        return new MemorySize(Math.multiplyExact(count, 1L << 20));
    }

    /**
     * Reads a size: {@code 4096m}, {@code 1 gb}, or bytes without a unit.
     *
     * @throws MemoryMisfit when it is none
     */
    static MemorySize parse(String option, String text) throws MemoryMisfit {
        Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            throw unreadable(option, text);
        }
        int power = switch (form.group(2)) {
            case "", "b", "bytes" -> 0;
            case "k", "kb", "kibibytes" -> 10;
            case "m", "mb", "mebibytes" -> 20;
            case "g", "gb", "gibibytes" -> 30;
            case "t", "tb", "tebibytes" -> 40;
            default -> throw unreadable(option, text);
        };
        try {
            return new MemorySize(Math.multiplyExact(Long.parseLong(form.group(1)), 1L << power));
        } catch (ArithmeticException tooMuch) {
            throw unreadable(option, text);
        }
    }

    private static MemoryMisfit unreadable(String option, String text) {
        return new MemoryMisfit(option + " is not a memory size: '" + text + "'", "write for example 4096m or 4g");
    }

    MemorySize plus(MemorySize other) {
        return new MemorySize(Math.addExact(bytes, other.bytes));
    }

    MemorySize minus(MemorySize other) {
        return new MemorySize(bytes - other.bytes);
    }

    /** As Flink multiplies: cut to whole bytes. */
    MemorySize times(double factor) {
        return new MemorySize(
                BigDecimal.valueOf(bytes).multiply(BigDecimal.valueOf(factor)).longValue());
    }

    boolean lessThan(MemorySize other) {
        return bytes < other.bytes;
    }

    @Override
    public int compareTo(MemorySize other) {
        return Long.compare(bytes, other.bytes);
    }

    /** In mebibytes, with one digit when they are not whole. */
    @Override
    public String toString() {
        return BigDecimal.valueOf(bytes)
                        .divide(MEBI, 1, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                + " MiB";
    }
}
