package io.slipway.model.expr;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A semantic version, 2.0.0. Build metadata is read and does not count in comparisons.
 *
 * @see <a href="https://semver.org">semver.org</a>
 */
record Semver(long major, long minor, long patch, List<String> prerelease) implements Comparable<Semver> {
    private static final Pattern FORM =
            Pattern.compile("(0|[1-9][0-9]{0,17})\\.(0|[1-9][0-9]{0,17})\\.(0|[1-9][0-9]{0,17})"
                    + "(?:-([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?(?:\\+[0-9A-Za-z.-]+)?");
    private static final int LONGEST = 256;
    private static final Pattern LOOSE = Pattern.compile("v?([0-9]+)(?:\\.([0-9]+))?(?:\\.([0-9]+))?(.*)");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    static Semver parse(String text) {
        Matcher parts = FORM.matcher(text.length() <= LONGEST ? text : "");
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + text.substring(0, Math.min(LONGEST, text.length()))
                    + "' is not a semantic version such as 1.28.3");
        }
        String prerelease = parts.group(4);
        return new Semver(
                Long.parseLong(parts.group(1)),
                Long.parseLong(parts.group(2)),
                Long.parseLong(parts.group(3)),
                prerelease == null ? List.of() : List.of(prerelease.split("\\.")));
    }

    /** Reads also {@code v1.28} and leading zeros, as Kubernetes' normalize does. */
    static Semver parse(String text, boolean normalize) {
        Matcher parts = LOOSE.matcher(text);
        if (!normalize || !parts.matches()) {
            return parse(text);
        }
        return parse(
                number(parts.group(1)) + "." + number(parts.group(2)) + "." + number(parts.group(3)) + parts.group(4));
    }

    static boolean isSemver(String text, boolean normalize) {
        try {
            parse(text, normalize);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public int compareTo(Semver other) {
        int byNumbers = Comparator.comparingLong(Semver::major)
                .thenComparingLong(Semver::minor)
                .thenComparingLong(Semver::patch)
                .compare(this, other);
        return byNumbers != 0 ? byNumbers : comparePrerelease(prerelease, other.prerelease);
    }

    private static int comparePrerelease(List<String> left, List<String> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return Boolean.compare(left.isEmpty(), right.isEmpty());
        }
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int byPart = comparePart(left.get(i), right.get(i));
            if (byPart != 0) {
                return byPart;
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    private static int comparePart(String left, String right) {
        boolean leftNumber = DIGITS.matcher(left).matches();
        boolean rightNumber = DIGITS.matcher(right).matches();
        if (leftNumber && rightNumber) {
            return new BigInteger(left).compareTo(new BigInteger(right));
        }
        return leftNumber == rightNumber ? left.compareTo(right) : Boolean.compare(rightNumber, leftNumber);
    }

    private static String number(String digits) {
        return digits == null ? "0" : new BigInteger(digits).toString();
    }
}
