package io.slipway.cli.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.model.fleet.FleetPlan;
import io.slipway.model.fleet.FleetTarget;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FleetPlanTextTest {
    private static String text(int maxFailures, FleetPlan.Gate gate) {
        FleetPlan.Wave wave = new FleetPlan.Wave(1, "100%", List.of(FleetTarget.of("west")));
        return FleetPlanText.of(new FleetPlan(
                "shops", "", "shop", "", Map.of(), maxFailures, 4, "fail", Optional.ofNullable(gate), List.of(wave)));
    }

    @Test
    void limitAndGateAreSentences() {
        assertThat(text(1, new FleetPlan.Gate(Duration.ofMinutes(2), true)))
                .startsWith("fleet shops: pipeline shop on 1 target, 4 at once\n")
                .endsWith("  stops when more than 1 target failed; after each wave it waits 2m 00s,"
                        + " then repeats the checks\n");
        assertThat(text(2, new FleetPlan.Gate(Duration.ZERO, false)))
                .endsWith("  stops when more than 2 targets failed; after each wave it checks nothing\n");
    }

    @Test
    void noFailureIsAllowedByDefault() {
        assertThat(text(0, null)).endsWith("  stops at the first failed target\n");
    }
}
