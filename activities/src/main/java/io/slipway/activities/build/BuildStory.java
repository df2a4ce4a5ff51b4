package io.slipway.activities.build;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.journal.Failure;
import io.slipway.model.journal.Finding;
import java.util.List;

/** Why a build failed, in OpenShift's reasons and the last lines of its log. */
final class BuildStory {
    private static final int MOST_EVIDENCE = 10;

    private BuildStory() {}

    static StepFailure failure(JsonNode build, List<String> lastLines) {
        String name = "build/" + BuildKinds.name(build);
        JsonNode status = build.path("status");
        String reason = status.path("reason").asText("");
        List<String> lines = lastLines.isEmpty()
                ? status.path("logSnippet").asText("").lines().toList()
                : lastLines;
        List<String> evidence = lines.subList(Math.max(0, lines.size() - MOST_EVIDENCE), lines.size());
        BuildTrouble trouble = BuildTrouble.of(reason);
        String message = status.path("message").asText("");
        String cause = trouble.cause()
                + (message.isEmpty() ? "" : ": " + message)
                + (evidence.isEmpty() ? "" : "; its last line: " + evidence.getLast());
        Finding finding = new Finding(
                "build-" + (reason.isEmpty() ? "failed" : reason), name, cause, trouble.fix(), "", evidence);
        return new StepFailure(new Failure(
                name + " is " + BuildKinds.phase(build) + (reason.isEmpty() ? "" : " (" + reason + ")"),
                name,
                cause,
                trouble.fix(),
                List.of(finding),
                true));
    }
}
