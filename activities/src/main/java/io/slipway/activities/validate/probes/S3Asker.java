package io.slipway.activities.validate.probes;

import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.s3.S3Exception;
import io.slipway.activities.s3.S3Listing;
import io.slipway.model.action.Probe.S3Probe;
import java.util.Map;

/** Lists a bucket under a prefix. */
final class S3Asker implements Asker<S3Probe> {
    @Override
    public String subject(S3Probe probe) {
        return "s3://" + probe.bucket() + "/" + probe.prefix();
    }

    @Override
    public String rule(S3Probe probe) {
        return "there is an object under s3://" + probe.bucket() + "/" + probe.prefix();
    }

    @Override
    public String byHand(S3Probe probe, String namespace) {
        return "mc ls --recursive STORE/" + probe.bucket() + "/" + probe.prefix();
    }

    @Override
    public Calls calls(S3Probe probe, Reach reach) throws InterruptedException {
        return S3Store.calls(probe.endpoint(), reach);
    }

    @Override
    public Seen ask(S3Probe probe, Reach reach) throws InterruptedException {
        S3Store store = new S3Store(probe.endpoint(), reach);
        try {
            S3Listing listing = store.list(probe.bucket(), probe.prefix());
            int count = listing.keys().size();
            String place = "s3://" + probe.bucket() + "/" + probe.prefix();
            return Seen.good(Map.of("keys", listing.keys(), "count", (long) count), line(listing))
                    .butWhen(
                            count == 0,
                            "no object under " + place,
                            "check that its writer has run, and its bucket and prefix");
        } catch (S3Exception refused) {
            return Seen.nothing("HTTP " + refused.status(), store.cause(refused, probe.bucket()), store.fix(refused));
        }
    }

    private static String line(S3Listing listing) {
        int shown = Math.min(3, listing.keys().size());
        String keys = String.join(
                ", ",
                listing.keys()
                        .subList(listing.keys().size() - shown, listing.keys().size()));
        return listing.keys().size() + (listing.complete() ? "" : " or more") + " objects"
                + (keys.isEmpty() ? "" : ", the last: " + keys);
    }
}
