package io.slipway.sandbox.spark;

import java.util.SplittableRandom;

/** SparkPi's estimate, really drawn: the same seed gives the same digits. */
final class Pi {
    private static final long SEED = 20_250_607;
    private static final long POINTS_A_SLICE = 100_000;
    private static final long MOST_POINTS = 2_000_000;

    private Pi() {}

    /** More slices draw more points, up to a bound that keeps the simulation quick. */
    static double estimate(int slices) {
        long points = Math.min(MOST_POINTS, POINTS_A_SLICE * Math.max(1, slices));
        SplittableRandom random = new SplittableRandom(SEED);
        long inside = 0;
        for (long point = 0; point < points; point++) {
            double x = random.nextDouble() * 2 - 1;
            double y = random.nextDouble() * 2 - 1;
            inside += x * x + y * y <= 1 ? 1 : 0;
        }
        return 4.0 * inside / points;
    }
}
