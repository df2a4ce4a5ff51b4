package io.slipway.model.check;

/**
 * A text that a pattern may look at only so many times, so that a pattern which backtracks without end is given up. The
 * bound counts steps, not time: the same text and pattern always end in the same way.
 */
final class BoundedText implements CharSequence {
    private static final int MOST = 2_000_000;

    private final CharSequence text;
    private final int[] steps;

    /** Ends a match that takes too many steps. */
    static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLong() {
            super("the pattern takes too many steps", null, false, false);
        }
    }

    BoundedText(CharSequence text) {
        this(text, new int[1]);
    }

    private BoundedText(CharSequence text, int[] steps) {
        this.text = text;
        this.steps = steps;
    }

    @Override
    public char charAt(int index) {
        steps[0]++;
        if (steps[0] > MOST) {
            throw new TooLong();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new BoundedText(text.subSequence(start, end), steps);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
