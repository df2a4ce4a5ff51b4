package io.slipway.sandbox.api.http;

import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;

/**
 * A token in the path, {@code /with-token/TOKEN/api/...}: kubectl and everything built on client-go send no credentials
 * over plain HTTP, but they keep the path of the server's address.
 *
 * @param prefix the part before the path proper, empty when there is none
 * @param token the token, empty when there is none
 * @param request the request without the prefix
 */
public record TokenPath(String prefix, String token, Request request) {

    private static final String MARK = "/with-token/";

    /**
     * The address to give to clients that send no credentials over plain HTTP.
     *
     * @param server the server's address
     * @param token the token
     * @return the address with the token in its path
     */
    public static String address(String server, String token) {
        return server + MARK + token;
    }

    /**
     * Takes the token off the path of a request.
     *
     * @param request the request
     * @return the token and the rest
     */
    public static TokenPath of(Request request) {
        String raw = request.getHttpURI().getPathQuery();
        if (!raw.startsWith(MARK)) {
            return new TokenPath("", "", request);
        }
        int end = MARK.length();
        while (end < raw.length() && raw.charAt(end) != '/' && raw.charAt(end) != '?') {
            end++;
        }
        String rest = raw.substring(end);
        String path = rest.startsWith("/") ? rest : "/" + rest;
        HttpURI uri = HttpURI.build(request.getHttpURI()).pathQuery(path).asImmutable();
        return new TokenPath(raw.substring(0, end), raw.substring(MARK.length(), end), Request.serveAs(request, uri));
    }

    /** Never shows the token. */
    @Override
    public String toString() {
        return "TokenPath[" + request.getHttpURI().getPath() + "]";
    }
}
