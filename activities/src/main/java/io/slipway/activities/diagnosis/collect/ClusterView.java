package io.slipway.activities.diagnosis.collect;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.api.ApiKind;
import java.util.List;

/** What a diagnosis may ask of a cluster. What is not served or not allowed is empty: it must work with few rights. */
interface ClusterView {

    /** The objects of a kind with these labels; an empty selector means all. */
    List<JsonNode> list(ApiKind kind, String namespace, String selector) throws InterruptedException;

    /** The last lines of a container's log, or of the container before. */
    List<String> log(String namespace, String pod, String container, boolean previous) throws InterruptedException;
}
