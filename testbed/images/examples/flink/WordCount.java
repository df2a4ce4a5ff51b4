package org.apache.flink.streaming.examples.wordcount;

import java.util.stream.Stream;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ParameterTool;

/**
 * Counts the words of a few lines and prints them. It stands for the example of the same name, whose jar is published for no
 * Flink 2: same class, same option {@code --execution-mode} (STREAMING, BATCH or AUTOMATIC).
 */
public final class WordCount {

    private static final String[] LINES = {
        "a rollout is a plan that is carried out step by step",
        "a step is done when what it waits for is there",
        "what is there is looked at and what is looked at is told",
        "a plan that is told is a plan that is kept",
    };

    private WordCount() {}

    public static void main(String[] args) throws Exception {
        ParameterTool options = ParameterTool.fromArgs(args);
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        environment.setRuntimeMode(RuntimeExecutionMode.valueOf(options.get("execution-mode", "STREAMING")));
        environment
                .fromData(LINES)
                .<Tuple2<String, Integer>>flatMap(
                        (line, words) -> Stream.of(line.split(" ")).forEach(word -> words.collect(Tuple2.of(word, 1))))
                .returns(Types.TUPLE(Types.STRING, Types.INT))
                .keyBy(count -> count.f0)
                .sum(1)
                .print();
        environment.execute("WordCount");
    }
}
