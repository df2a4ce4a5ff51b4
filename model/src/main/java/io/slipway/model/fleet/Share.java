package io.slipway.model.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A count, or a part of a whole: {@code 5} or {@code 10%}.
 *
 * @param number the count or the percentage
 * @param percent whether it is a percentage
 */
public record Share(int number, boolean percent) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,6})(%?)");

    public Share {
        if (percent && number > 100) {
            throw new IllegalArgumentException(number + "% is more than 100%");
        }
    }

    /**
     * Reads a share.
     *
     * @throws IllegalArgumentException when it is none; the message says what one looks like
     */
    public static Share parse(String text) {
        Matcher parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is neither a count such as 5 nor a percentage such as 10%");
        }
        return new Share(Integer.parseInt(parts.group(1)), !parts.group(2).isEmpty());
    }

    /** How many that is of a whole; a part is rounded up, so that one of few is never nothing. */
    public int of(int whole) {
        return percent ? (int) Math.ceilDiv((long) whole * number, 100L) : number;
    }

    /**
     * The sizes of waves: each share of the whole, and never more than is left.
     *
     * @return as many sizes as there are shares; their sum is less than the whole when they leave some out
     */
    public static List<Integer> sizes(List<Share> shares, int whole) {
        List<Integer> sizes = new ArrayList<>();
        int left = whole;
        for (Share share : shares) {
            int size = Math.min(left, share.of(whole));
            sizes.add(size);
            left -= size;
        }
        return List.copyOf(sizes);
    }

    @Override
    public String toString() {
        return percent ? number + "%" : String.valueOf(number);
    }
}
