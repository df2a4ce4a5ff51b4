package io.slipway.activities.cluster.readiness;

import io.slipway.activities.cluster.readiness.document.KubernetesDocuments;
import io.slipway.activities.cluster.readiness.rule.KubeObject;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import java.util.List;

/** What {@code slipway ready -f FILE} answers: a result for each object of a text. */
public final class ReadyDocuments {

    private ReadyDocuments() {}

    /**
     * The readiness of one object.
     *
     * @param status {@code ready}, {@code progressing} or {@code failed}
     * @param reason why, in a sentence
     * @param object which, such as {@code Deployment spark}
     */
    public record Result(String status, String reason, String object) {}

    /**
     * Judges every object of a YAML or JSON text, in order.
     *
     * @throws io.slipway.activities.cluster.readiness.document.DocumentException when the text cannot be read; its
     *     message is fit to be shown
     */
    public static List<Result> judge(String file, String text) {
        return KubernetesDocuments.read(file, text).stream()
                .map(object -> {
                    Readiness readiness = ReadinessRules.standard().of(object);
                    return new Result(readiness.status(), readiness.reason(), new KubeObject(object).display());
                })
                .toList();
    }
}
