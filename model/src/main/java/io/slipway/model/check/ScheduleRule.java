package io.slipway.model.check;

import io.slipway.model.pipeline.Schedule;
import io.slipway.model.yaml.YamlMap;
import io.slipway.model.yaml.YamlNode;
import io.slipway.model.yaml.YamlScalar;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/** Schedules have a time that a Temporal server takes, and what they start has its values: nobody watches it begin. */
final class ScheduleRule implements Rule {
    @Override
    public void check(CheckContext context) {
        for (Site.Block site : context.sites(Site.Block.class)) {
            if (site.shape().type() == Schedule.class && site.node() instanceof YamlMap schedule) {
                schedule.scalar("cron").ifPresent(cron -> cron(context, cron));
                schedule.scalar("timezone").ifPresent(zone -> zone(context, zone));
                values(context, schedule);
            }
        }
    }

    private static void cron(CheckContext context, YamlScalar cron) {
        Cron.problem(cron.text()).ifPresent(problem -> context.problem(ProblemCode.BAD_CRON, cron.place(), problem));
    }

    /** Java takes offsets as well; a Temporal server only names. */
    private static void zone(CheckContext context, YamlScalar zone) {
        Set<String> known = ZoneId.getAvailableZoneIds();
        if (!known.contains(zone.text())) {
            context.problem(
                    ProblemCode.BAD_TIME_ZONE,
                    zone.place(),
                    "'" + zone.text() + "' is not a time zone such as UTC or Europe/Berlin"
                            + Suggestion.hint(zone.text(), known));
        }
    }

    private static void values(CheckContext context, YamlMap schedule) {
        GivenParams params = new GivenParams(context, context.outline().root(), "the pipeline");
        Optional<YamlNode> values = schedule.get("params");
        Optional<YamlScalar> profile = schedule.scalar("profile");
        values.ifPresent(params::values);
        profile.ifPresent(params::profile);
        boolean looks = schedule.scalar("revalidate")
                .filter(value -> value.json().asBoolean())
                .isPresent();
        if (!looks) { // a re-validation has the values of the rollout that it looks at
            params.missing(values, profile, schedule.place());
        }
    }
}
