package io.slipway.activities.http;

import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.step.StepFailure;
import java.net.URI;
import java.util.Optional;

/**
 * Where a request goes: an address, or a service of the cluster and a path.
 *
 * @param url the address
 * @param service the service as name:port
 * @param path path and query on the service, or appended to the address
 */
public record HttpAddress(Optional<String> url, Optional<String> service, String path) {

    /**
     * The address to send to now.
     *
     * @throws StepFailure when it is not an address, or the service cannot be reached
     */
    public URI resolve(Reach reach) throws InterruptedException {
        String base = service.isPresent() ? reach.service(service.get()).toString() : url.orElseThrow();
        String slashed = path.startsWith("/") ? path : "/" + path;
        String whole = url.isPresent() && path.equals("/") ? base : base.replaceAll("/+$", "") + slashed;
        try {
            return checked(URI.create(whole));
        } catch (IllegalArgumentException wrong) {
            throw StepFailure.permanent(
                    "'" + whole + "' is not an address", wrong.getMessage(), "write http://host:port/path");
        }
    }

    /** What the way there asks of the API server. */
    public Calls calls(Reach reach) throws InterruptedException {
        return service.isPresent() ? reach.callsToService() : Calls.NONE;
    }

    private static URI checked(URI uri) {
        boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (!web || uri.getHost() == null) {
            throw new IllegalArgumentException("only http:// and https:// URLs with a host are supported");
        }
        return uri;
    }

    /** As it was written, for people. */
    public String display() {
        return service.map(name -> "service " + name + path)
                .orElseGet(() -> url.orElse("") + (path.equals("/") ? "" : path));
    }
}
