package org.apache.flink.streaming.examples.statemachine;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.apache.flink.util.ParameterTool;

/**
 * Events of many machines, each of which goes round five states; without end. It stands for the example of the same name, whose
 * jar is published for no Flink 2: same class, same option {@code --rps} (events a second, of all sources together), and as there
 * a state for each machine, a source of generated events, and a sink for those that the state does not allow.
 */
public final class StateMachineExample {

    private static final int MACHINES = 1_000;
    private static final int STATES = 5;
    /** Each of the parallel sources counts in a range of its own, far from the others: it has machines of its own. */
    private static final int FAR = 40;

    private StateMachineExample() {}

    public static void main(String[] args) throws Exception {
        double eventsPerSecond = ParameterTool.fromArgs(args).getDouble("rps", 1000);
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        environment
                .fromSource(
                        new DataGeneratorSource<>(
                                number -> number, Long.MAX_VALUE, RateLimiterStrategy.perSecond(eventsPerSecond), Types.LONG),
                        WatermarkStrategy.noWatermarks(),
                        "Events")
                .keyBy(StateMachineExample::machine)
                .flatMap(new Machine())
                .print("not allowed");
        environment.execute("State machine job");
    }

    private static long machine(long event) {
        return (event >>> FAR) * MACHINES + event % MACHINES;
    }

    /** Follows the state of one machine, and says which event does not follow upon the one before. */
    private static final class Machine extends RichFlatMapFunction<Long, String> {
        private static final long serialVersionUID = 1L;
        private transient ValueState<Integer> state;

        @Override
        public void open(OpenContext context) {
            state = getRuntimeContext().getState(new ValueStateDescriptor<>("state", Types.INT));
        }

        @Override
        public void flatMap(Long event, Collector<String> alarms) throws Exception {
            int next = (int) (event / MACHINES % STATES);
            Integer before = state.value();
            if (before != null && (before + 1) % STATES != next) {
                alarms.collect("machine " + machine(event) + ": " + before + " is not followed by " + next);
            }
            state.update(next);
        }
    }
}
