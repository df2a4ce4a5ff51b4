package org.apache.spark.examples;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * Estimates pi from points thrown at a square: the share that falls into the circle within is pi / 4. It stands for the
 * example of the same name, whose jar is published for no Scala 2.12 build of Spark 3.5: same class, same argument (the
 * number of partitions), same line of output.
 */
public final class SparkPi {

    private static final int POINTS_A_PARTITION = 100_000;

    private SparkPi() {}

    public static void main(String[] args) {
        int partitions = args.length > 0 ? Integer.parseInt(args[0]) : 2;
        try (SparkSession session = SparkSession.builder().appName("Spark Pi").getOrCreate()) {
            long inside = inside(JavaSparkContext.fromSparkContext(session.sparkContext()), partitions);
            System.out.println("Pi is roughly " + 4.0 * inside / ((double) POINTS_A_PARTITION * partitions));
        }
    }

    private static long inside(JavaSparkContext context, int partitions) {
        List<Integer> seeds = IntStream.range(0, partitions).boxed().toList();
        return context.parallelize(seeds, partitions).map(SparkPi::hits).reduce(Long::sum);
    }

    private static long hits(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, POINTS_A_PARTITION)
                .filter(point -> Math.hypot(random.nextDouble(), random.nextDouble()) <= 1)
                .count();
    }
}
