package io.slipway.activities.validate;

import io.slipway.activities.evidence.Excerpt;
import io.slipway.activities.evidence.JsonValues;
import io.slipway.activities.evidence.SeenValues;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.activities.validate.probes.Bound;
import io.slipway.activities.validate.probes.Seen;
import io.slipway.model.action.Check;
import io.slipway.model.journal.Failure;
import io.slipway.model.spec.Late;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Asks a check's probe once and judges what it saw. A probe that cannot be asked gives a verdict too, with the reason. */
final class Judge {
    private final Reach reach;
    private final StepContext context;

    Judge(Reach reach) {
        this.reach = reach;
        this.context = reach.context();
    }

    Verdict ask(Check check, Bound<?> probe) throws InterruptedException {
        try {
            return judge(check, probe, probe.ask(reach));
        } catch (StepFailure refused) {
            return failed(refused.failure());
        } catch (RuntimeException trouble) {
            return failed(Troubles.of(trouble, "ask " + probe.key()));
        }
    }

    private Verdict failed(Failure failure) {
        String cause = failure.cause().isEmpty() ? failure.message() : failure.message() + ": " + failure.cause();
        return new Verdict(false, "no response", line(cause), line(failure.fix()));
    }

    private Verdict judge(Check check, Bound<?> probe, Seen seen) {
        String summary = line(seen.summary());
        if (seen.missing().isPresent()) {
            return failed(summary, seen.missing().get());
        }
        if (check.expect().isEmpty()) {
            return seen.shortfall()
                    .map(shortfall -> failed(summary, shortfall))
                    .orElseGet(() -> new Verdict(true, summary, "", ""));
        }
        Late expect = check.expect().get();
        String values = values(expect, seen);
        if (context.holds(expect, seen.values())) {
            return new Verdict(true, values.isEmpty() ? summary : values, "", "");
        }
        return unexpected(check, probe, seen, values.isEmpty() ? summary : values);
    }

    private Verdict failed(String summary, Seen.Shortfall shortfall) {
        return new Verdict(false, summary, line(shortfall.cause()), line(shortfall.fix()));
    }

    private Verdict unexpected(Check check, Bound<?> probe, Seen seen, String shown) {
        Optional<Seen.Shortfall> own = seen.shortfall();
        String cause = own.map(shortfall -> line(shortfall.cause()) + "; seen: " + shown)
                .orElseGet(() -> line(probe.subject()) + ": unexpected result, " + shown);
        String fix = check.fix()
                .or(() -> own.map(Seen.Shortfall::fix))
                .map(this::line)
                .orElseGet(() -> "inspect it with: " + line(probe.byHand(context.namespace())));
        return new Verdict(false, shown, cause, fix);
    }

    private String values(Late expect, Seen seen) {
        Map<String, Object> roots = new LinkedHashMap<>();
        context.task().scope().forEach((name, value) -> roots.put(name, JsonValues.of(value)));
        roots.putAll(seen.values());
        return line(new SeenValues(context.masker()::mask).of(expect.source(), roots));
    }

    private String line(String text) {
        return Excerpt.line(context.masker().mask(text));
    }
}
