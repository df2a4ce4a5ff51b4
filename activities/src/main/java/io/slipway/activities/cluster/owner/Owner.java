package io.slipway.activities.cluster.owner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.workflows.contract.StepTask;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whose an object is.
 *
 * @param pipeline name of the pipeline
 * @param step name of the step
 */
public record Owner(String pipeline, String step) {
    /** Label with the pipeline, on every object. */
    public static final String PIPELINE = "slipway.io/pipeline";
    /** Label with the step, on every object. */
    public static final String STEP = "slipway.io/step";
    /** Label with the hash of a try's key, on one-shot objects only. */
    public static final String KEY = "slipway.io/key";

    private static final String PREFIX = "slipway/";
    private static final int LABEL = 63;
    private static final Pattern FORBIDDEN = Pattern.compile("[^A-Za-z0-9_.-]+");
    private static final Pattern ENDS = Pattern.compile("^[^A-Za-z0-9]+|[^A-Za-z0-9]+$");
    private static final int MANAGER = 128;

    /** The owner for a step's task. */
    public static Owner of(StepTask task) {
        return new Owner(task.pipeline(), task.step());
    }

    /** The field manager for server-side apply. */
    public String manager() {
        return PREFIX + pipeline;
    }

    /** The pipeline whose manager that is; empty for one of anybody else. */
    public static Optional<String> pipelineOf(String manager) {
        return manager.startsWith(PREFIX)
                ? Optional.of(manager.substring(PREFIX.length()).split("/", 2)[0])
                : Optional.empty();
    }

    /** The field manager for what a step changes on objects that it did not make; one of our own. */
    public String stepManager() {
        String name = manager() + "/" + step;
        return name.length() <= MANAGER ? name : name.substring(0, MANAGER);
    }

    /** Whether another manager is one of our own, such as that of a {@code scale} step. */
    public boolean owns(String otherManager) {
        return otherManager.equals(manager()) || otherManager.startsWith(manager() + "/");
    }

    /** Puts the labels of a long-lived object on it. */
    public void label(ObjectNode object) {
        ObjectNode labels = object.withObjectProperty("metadata").withObjectProperty("labels");
        labels.put(PIPELINE, labelValue(pipeline));
        labels.put(STEP, labelValue(step));
    }

    /** Puts the labels of a one-shot object of this try on it. */
    public void label(ObjectNode object, StepTask task) {
        label(object);
        object.withObjectProperty("metadata").withObjectProperty("labels").put(KEY, task.shortKey());
    }

    /** Label selector for all objects of the pipeline. */
    public String selector() {
        return PIPELINE + "=" + labelValue(pipeline);
    }

    /** Whether an object carries the pipeline's label. */
    public boolean has(JsonNode object) {
        return object.path("metadata").path("labels").path(PIPELINE).asText("").equals(labelValue(pipeline));
    }

    /** A text as a label's value may be. */
    static String labelValue(String text) {
        String clean = ENDS.matcher(FORBIDDEN.matcher(text).replaceAll(".")).replaceAll("");
        return clean.length() <= LABEL
                ? clean
                : ENDS.matcher(clean.substring(0, LABEL)).replaceAll("");
    }
}
