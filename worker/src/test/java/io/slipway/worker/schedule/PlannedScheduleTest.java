package io.slipway.worker.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import io.slipway.model.pipeline.Schedule;
import io.temporal.api.enums.v1.ScheduleOverlapPolicy;
import io.temporal.client.schedules.ScheduleActionStartWorkflow;
import io.temporal.client.schedules.ScheduleState;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Schedules of a pipeline as Temporal takes them. */
class PlannedScheduleTest {
    private static Schedule schedule(boolean revalidate, Schedule.Overlap overlap, Map<String, JsonNode> params) {
        return new Schedule(
                "0 2 * * *",
                revalidate,
                "Europe/Berlin",
                Optional.of(Duration.ofMinutes(10)),
                overlap,
                Optional.of(Duration.ofHours(1)),
                params,
                Optional.of("large"),
                Optional.of("staging"));
    }

    private static PlannedSchedule planned(Schedule schedule) {
        return new PlannedSchedule("shop", "nightly", schedule, "slipway");
    }

    private static io.temporal.client.schedules.Schedule temporal(PlannedSchedule planned) {
        return planned.temporal(ScheduleState.newBuilder().build());
    }

    @Test
    void aRevalidationIsStartedWithWhatTheFileSays() {
        PlannedSchedule planned = planned(schedule(true, Schedule.Overlap.SKIP, Map.of("size", IntNode.valueOf(2))));
        assertThat(planned.id()).isEqualTo("slipway.shop.nightly");
        assertThat(planned.type()).isEqualTo("Revalidation");
        assertThat(planned.input())
                .hasToString("{\"pipeline\":\"shop\",\"target\":\"staging\",\"profile\":\"large\","
                        + "\"params\":{\"size\":2},\"by\":\"schedule nightly\"}");

        var temporal = temporal(planned);
        assertThat(temporal.getSpec().getCronExpressions()).containsExactly("0 2 * * *");
        assertThat(temporal.getSpec().getTimeZoneName()).isEqualTo("Europe/Berlin");
        assertThat(temporal.getSpec().getJitter()).isEqualTo(Duration.ofMinutes(10));
        assertThat(temporal.getPolicy().getCatchupWindow()).isEqualTo(Duration.ofHours(1));
        assertThat(((ScheduleActionStartWorkflow) temporal.getAction())
                        .getOptions()
                        .getTaskQueue())
                .isEqualTo("slipway");
        assertThat(PlannedSchedule.hashOf(temporal)).isEqualTo(planned.hash());
    }

    @Test
    void aChangeOfAnyPartIsSeen() {
        PlannedSchedule planned = planned(schedule(true, Schedule.Overlap.SKIP, Map.of()));
        assertThat(planned(schedule(true, Schedule.Overlap.SKIP, Map.of())).hash())
                .isEqualTo(planned.hash());
        assertThat(planned(schedule(false, Schedule.Overlap.SKIP, Map.of())).hash())
                .isNotEqualTo(planned.hash());
        assertThat(planned(schedule(true, Schedule.Overlap.ALLOW_ALL, Map.of())).hash())
                .isNotEqualTo(planned.hash());
    }

    @ParameterizedTest
    @EnumSource(Schedule.Overlap.class)
    void everyOverlapIsOneOfTemporals(Schedule.Overlap overlap) {
        assertThat(temporal(planned(schedule(false, overlap, Map.of())))
                        .getPolicy()
                        .getOverlap())
                .isEqualTo(ScheduleOverlapPolicy.valueOf("SCHEDULE_OVERLAP_POLICY_" + overlap.name()));
    }

    /** Hours from now; a daily schedule. */
    @ParameterizedTest
    @CsvSource({
        "-10, 14, false",
        "-24, 0, false",
        "-35, 1, false",
        "-37, 1, true",
        ", 5, false",
        ", -11, false",
        ", -13, true"
    })
    void aMissedTimeIsOverdueAfterHalfAnInterval(Long last, long next, boolean overdue) {
        Instant now = Instant.parse("2026-01-05T12:00:00Z");
        Instant coming = now.plus(Duration.ofHours(next));
        assertThat(ScheduleEntry.overdue(
                        Optional.ofNullable(last).map(hours -> now.plus(Duration.ofHours(hours))),
                        coming,
                        Optional.of(coming.plus(Duration.ofDays(1))),
                        now))
                .isEqualTo(overdue);
    }
}
