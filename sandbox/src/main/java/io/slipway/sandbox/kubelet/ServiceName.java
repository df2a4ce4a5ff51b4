package io.slipway.sandbox.kubelet;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name of the cluster's DNS.
 *
 * @param pod the pod of a headless service, empty for the service itself
 */
record ServiceName(String pod, String service, String namespace) {
    private static final String LABEL = "([a-z0-9]([a-z0-9-]*[a-z0-9])?)";
    private static final Pattern FULL =
            Pattern.compile("(?:" + LABEL + "\\.)?" + LABEL + "\\." + LABEL + "\\.svc(?:\\.cluster(?:\\.local)?)?\\.?");
    private static final Pattern SHORT = Pattern.compile(LABEL + "(?:\\." + LABEL + ")?");

    /** Reads a name as a pod in a namespace would; empty when it is no name of a service. */
    static Optional<ServiceName> read(String host, String namespace) {
        Matcher full = FULL.matcher(host);
        if (full.matches()) {
            String pod = full.group(1) == null ? "" : full.group(1);
            return Optional.of(new ServiceName(pod, full.group(3), full.group(5)));
        }
        Matcher plain = SHORT.matcher(host);
        if (plain.matches()) {
            String in = plain.group(3) == null ? namespace : plain.group(3);
            return Optional.of(new ServiceName("", plain.group(1), in));
        }
        return Optional.empty();
    }
}
