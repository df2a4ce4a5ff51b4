package io.slipway.sandbox.kubelet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.faults.FaultKind;
import io.slipway.sandbox.faults.Subject;
import io.slipway.sandbox.images.ImageLookup;
import io.slipway.sandbox.store.Meta;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Pulls an image until it is there, backing off as the kubelet does. */
final class ImagePuller {
    private static final Duration FIRST_PULL = Duration.ofSeconds(4);
    private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(5);

    private final NodeServices node;
    private final Set<String> present = ConcurrentHashMap.newKeySet();

    ImagePuller(NodeServices node) {
        this.node = node;
    }

    /** Waits until the image is there and gives its id. */
    String pull(ObjectNode pod, JsonNode container, Subject subject, StatusWriter status) throws InterruptedException {
        String name = container.path("name").asText();
        String image = container.path("image").asText();
        Duration backOff = Duration.ofSeconds(10);
        for (int attempt = 0; ; attempt++) {
            ImageLookup.Answer answer = attempt(pod, image, subject, name, attempt);
            switch (answer) {
                case ImageLookup.Found found -> {
                    pulled(pod, container, image);
                    return found.id();
                }
                case ImageLookup.Invalid invalid -> {
                    status.waiting(name, "InvalidImageName", invalid.message());
                    node.events().container(pod, name, "Warning", "InspectFailed", invalid.message());
                    node.events().container(pod, name, "Warning", "Failed", "Error: InvalidImageName");
                }
                case ImageLookup.Missing missing -> failed(pod, name, image, missing.message(), status);
            }
            node.clock().sleep(backOff);
            backOff = backOff.multipliedBy(2).compareTo(LONGEST_BACK_OFF) > 0
                    ? LONGEST_BACK_OFF
                    : backOff.multipliedBy(2);
        }
    }

    private ImageLookup.Answer attempt(ObjectNode pod, String image, Subject subject, String container, int attempt) {
        String occurrence = Meta.uid(pod) + "/" + container + "/" + attempt;
        return node.faults()
                .strike(FaultKind.IMAGE_PULL_BACK_OFF, subject, occurrence)
                .or(() -> node.faults().strike(FaultKind.ERR_IMAGE_PULL, subject, occurrence))
                .<ImageLookup.Answer>map(fault -> new ImageLookup.Missing("initializing source docker://" + image + ": "
                        + fault.arg(0, "reading manifest " + tag(image) + ": manifest unknown")))
                .orElseGet(() -> node.images().find(Meta.namespace(pod), image));
    }

    private void failed(ObjectNode pod, String name, String image, String why, StatusWriter status)
            throws InterruptedException {
        String message = "Failed to pull image \"" + image + "\": " + why;
        node.events().container(pod, name, "Normal", "Pulling", "Pulling image \"" + image + "\"");
        node.events().container(pod, name, "Warning", "Failed", message);
        node.events().container(pod, name, "Warning", "Failed", "Error: ErrImagePull");
        status.waiting(name, "ErrImagePull", why);
        node.clock().sleep(Duration.ofSeconds(2));
        node.events().container(pod, name, "Normal", "BackOff", "Back-off pulling image \"" + image + "\"");
        node.events().container(pod, name, "Warning", "Failed", "Error: ImagePullBackOff");
        status.waiting(name, "ImagePullBackOff", "Back-off pulling image \"" + image + "\": ErrImagePull: " + why);
    }

    private void pulled(ObjectNode pod, JsonNode container, String image) throws InterruptedException {
        String name = container.path("name").asText();
        String key = pod.path("spec").path("nodeName").asText() + " " + image;
        boolean always = container.path("imagePullPolicy").asText().equals("Always");
        if (present.contains(key) && !always) {
            node.events()
                    .container(
                            pod,
                            name,
                            "Normal",
                            "Pulled",
                            "Container image \"" + image + "\" already present on machine");
            return;
        }
        node.events().container(pod, name, "Normal", "Pulling", "Pulling image \"" + image + "\"");
        node.clock().sleep(present.add(key) ? FIRST_PULL : Duration.ofMillis(300));
        long size = 180_000_000L + Math.floorMod(image.hashCode(), 500_000_000);
        node.events()
                .container(
                        pod,
                        name,
                        "Normal",
                        "Pulled",
                        "Successfully pulled image \"" + image + "\" in 4s (4s including waiting). Image size: " + size
                                + " bytes.");
    }

    private static String tag(String image) {
        int colon = image.lastIndexOf(':');
        return colon > image.lastIndexOf('/') ? image.substring(colon + 1) : "latest";
    }
}
