package io.slipway.activities.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.slipway.activities.cluster.ready.Diagnostician;
import io.slipway.activities.evidence.Excerpt;
import io.slipway.activities.evidence.SeenValues;
import io.slipway.activities.job.run.JobEnd;
import io.slipway.activities.job.run.JobLog;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.JobOutputs;
import io.slipway.model.journal.Failure;
import io.slipway.model.journal.Finding;
import io.slipway.model.spec.Late;
import io.slipway.model.spec.Regex;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Judges how a job ended.
 *
 * @param expect what must hold; without it the job must have ended well
 * @param capture patterns for the log
 */
record JobStep(Optional<Late> expect, List<Regex> capture) {

    /**
     * The step's end.
     *
     * @throws StepFailure when the job did not do what is expected
     */
    Done judge(JobEnd end, JobLog log, StepContext context, Diagnostician diagnostician) throws InterruptedException {
        if (end.trouble().isPresent() && expect.isEmpty()) {
            throw failed(end, end.trouble().get(), "", context, diagnostician);
        }
        Map<String, String> output = end.trouble().isPresent() ? Map.of() : Captures.of(capture, log.lines());
        Map<String, Object> seen = seen(end, log.lines(), output);
        if (expect.isPresent() && !holds(expect.get(), seen, end, context, diagnostician)) {
            String values =
                    new SeenValues(context.masker()::mask).of(expect.get().source(), seen);
            String unmet = "expected " + expect.get().source() + "; " + values;
            JobEnd.Trouble trouble = end.trouble()
                    .orElseGet(() -> new JobEnd.Trouble(unmet, "see the step's log; correct the job or 'expect'"));
            throw failed(end, trouble, end.trouble().isPresent() ? "; " + unmet : "", context, diagnostician);
        }
        Map<String, JsonNode> outputs =
                new TreeMap<>(Done.of("", new JobOutputs(end.jobId(), end.state(), end.seconds(), end.checkpoints()))
                        .outputs());
        output.forEach((name, value) ->
                outputs.put(name, new TextNode(Excerpt.cut(context.masker().mask(value), Excerpt.LINE))));
        return new Done(summary(end, output), outputs);
    }

    /** A job in trouble may lack what the expression looks for: then the trouble is the reason. */
    private static boolean holds(
            Late expect, Map<String, Object> seen, JobEnd end, StepContext context, Diagnostician diagnostician)
            throws InterruptedException {
        try {
            return context.holds(expect, seen);
        } catch (StepFailure unclear) {
            if (end.trouble().isPresent()) {
                throw failed(end, end.trouble().get(), "", context, diagnostician);
            }
            throw unclear;
        }
    }

    private static Map<String, Object> seen(JobEnd end, List<String> lines, Map<String, String> output) {
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("state", end.state());
        seen.put("log", String.join("\n", lines));
        seen.put("lines", lines);
        seen.put("output", output);
        seen.put("seconds", end.seconds());
        seen.put("recordsPerSecond", end.recordsPerSecond());
        seen.put("checkpoints", end.checkpoints());
        return seen;
    }

    private static String summary(JobEnd end, Map<String, String> output) {
        String checkpoints = end.checkpoints() > 0 ? ", " + end.checkpoints() + " checkpoints" : "";
        return end.jobId() + " " + end.state() + " after " + Math.round(end.seconds()) + " s" + checkpoints
                + (output.isEmpty() ? "" : ", " + output);
    }

    private static StepFailure failed(
            JobEnd end, JobEnd.Trouble trouble, String more, StepContext context, Diagnostician diagnostician)
            throws InterruptedException {
        List<Finding> findings = end.objects().isEmpty() ? List.of() : diagnostician.findings(context, end.objects());
        findings.forEach(context.recorder()::finding);
        String fix = findings.stream().findFirst().map(Finding::fix).orElse(trouble.fix());
        String object = end.objects().isEmpty() ? "" : end.objects().getFirst().display();
        return new StepFailure(new Failure(
                "the job " + end.jobId() + " is " + end.state(),
                object,
                context.masker().mask(trouble.cause() + more),
                fix,
                findings.subList(0, Math.min(10, findings.size())),
                true));
    }
}
