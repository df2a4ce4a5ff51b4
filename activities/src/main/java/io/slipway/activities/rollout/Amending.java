package io.slipway.activities.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.bundle.BundleReference;
import io.slipway.activities.step.StepServices;
import io.slipway.activities.step.Target;
import io.slipway.model.amend.Amendment;
import io.slipway.model.amend.AmendmentRules;
import io.slipway.model.amend.StepDifference;
import io.slipway.model.journal.Decision;
import io.slipway.model.journal.Journal;
import io.slipway.model.journal.JournalEvent;
import io.slipway.model.journal.RolloutStatus;
import io.slipway.model.json.Json;
import io.slipway.model.plan.Plan;
import io.slipway.workflows.contract.AmendRequest;
import io.slipway.workflows.contract.Amended;
import io.slipway.workflows.contract.RolloutInput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Plans the pipeline of a rollout as it is now, from the same input, and holds it against what the rollout has done. */
final class Amending {
    private static final int MOST_SAID = 10;

    private final StepServices services;
    private final Planning planning;
    private final KeptPlans plans;

    Amending(StepServices services, Planning planning) {
        this.services = services;
        this.planning = planning;
        this.plans = new KeptPlans(services.blobs());
    }

    /** @param live whether the rollout is paused in this very moment, or else its process is over */
    Amended amend(Journal journal, AmendRequest request, Target target, boolean live) {
        if (journal.status() == RolloutStatus.SUCCEEDED) {
            return refused(List.of("the rollout has succeeded; run the pipeline again"));
        }
        Optional<Plan> before = plans.find(journal.plan());
        if (before.isEmpty()) {
            return refused(
                    List.of("the plan of rollout '" + journal.rollout() + "' is not in this worker's blob store"));
        }
        List<String> problems = new ArrayList<>();
        if (!request.pipeline().isEmpty()
                && !BundleReference.pipelineOf(request.pipeline()).equals(journal.pipeline())) {
            problems.add("'" + request.pipeline() + "' is not pipeline '" + journal.pipeline() + "' of this rollout");
        }
        ObjectNode input = input(journal, request);
        RolloutInput read = RolloutInput.read(input, problems);
        if (!problems.isEmpty()) {
            return refused(problems);
        }
        Planning.Planned planned = planning.plan(read, target);
        return planned.plan().isEmpty()
                ? refused(planned.problems())
                : compared(journal, request, input, before.get(), planned.plan().get(), live);
    }

    private Amended compared(
            Journal journal, AmendRequest request, ObjectNode input, Plan before, Plan after, boolean live) {
        List<StepDifference> differences = Amendment.between(before, after);
        if (before.hash().equals(after.hash())) {
            return new Amended(
                    List.of("the pipeline is the same as when the rollout started: nothing to amend"),
                    differences,
                    Optional.empty());
        }
        List<String> problems = AmendmentRules.problems(differences, journal, new HashSet<>(request.redo()), live);
        if (!problems.isEmpty()) {
            return new Amended(problems, differences, Optional.empty());
        }
        Decision decision = new Decision(
                Decision.Kind.AMEND,
                "",
                request.by(),
                note(request, differences),
                services.clock().instant());
        String hash = request.dryRun() ? after.hash() : plans.keep(after);
        return new Amended(List.of(), differences, Optional.of(new JournalEvent.Amended(hash, input, decision)));
    }

    private static String note(AmendRequest request, List<StepDifference> differences) {
        List<StepDifference> moved = differences.stream()
                .filter(difference -> difference.kind() != StepDifference.Kind.KEPT)
                .toList();
        String said = moved.isEmpty()
                ? "no step changes"
                : moved.stream().limit(MOST_SAID).map(StepDifference::display).collect(Collectors.joining("; "));
        String more = moved.size() > MOST_SAID ? " and " + (moved.size() - MOST_SAID) + " more" : "";
        return (request.note().isEmpty() ? "" : request.note() + ": ") + said + more;
    }

    /** What the rollout was started with, with the values that are given now. */
    private static ObjectNode input(Journal journal, AmendRequest request) {
        ObjectNode input = journal.input()
                .filter(JsonNode::isObject)
                .map(typed -> (ObjectNode) typed.deepCopy())
                .orElseGet(() -> older(journal));
        ObjectNode params = input.path("params") instanceof ObjectNode given ? given : input.putObject("params");
        request.params().forEach(params::set);
        if (!request.pipeline().isEmpty()) {
            input.put("pipeline", request.pipeline());
        }
        return input;
    }

    /** Journals once had only the values of all parameters. */
    private static ObjectNode older(Journal journal) {
        ObjectNode input = Json.mapper().createObjectNode().put("pipeline", journal.pipeline());
        input.set("params", Json.tree(journal.params()));
        return input;
    }

    private static Amended refused(List<String> problems) {
        return new Amended(problems, List.of(), Optional.empty());
    }
}
