package io.slipway.activities.validate.probes;

import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.http.HttpAddress;
import io.slipway.activities.http.HttpSeen;
import io.slipway.activities.reach.HttpAsk;
import io.slipway.activities.reach.HttpReply;
import io.slipway.activities.reach.Reach;
import io.slipway.model.action.Probe.HttpProbe;

/** Sends an HTTP request. */
final class HttpAsker implements Asker<HttpProbe> {
    @Override
    public String subject(HttpProbe probe) {
        return probe.method() + " " + address(probe).display();
    }

    @Override
    public String rule(HttpProbe probe) {
        return probe.method() + " " + address(probe).display() + " answers with a status of 2xx";
    }

    @Override
    public String byHand(HttpProbe probe, String namespace) {
        String method = probe.method().equals("GET") ? "" : "-X " + probe.method() + " ";
        return probe.service()
                .map(service -> {
                    String port = service.substring(service.lastIndexOf(':') + 1);
                    String name = service.substring(0, service.lastIndexOf(':'));
                    return "kubectl port-forward -n " + namespace + " svc/" + name + " " + port + " & curl " + method
                            + "http://localhost:" + port + probe.path();
                })
                .orElseGet(() -> "curl " + (probe.verify() ? "" : "-k ") + method
                        + address(probe).display());
    }

    @Override
    public Calls calls(HttpProbe probe, Reach reach) throws InterruptedException {
        return address(probe).calls(reach);
    }

    @Override
    public Seen ask(HttpProbe probe, Reach reach) throws InterruptedException {
        if (probe.mutates()) {
            reach.context().beforeWrite();
        }
        HttpAsk ask = new HttpAsk(
                probe.method(),
                address(probe).resolve(reach),
                probe.headers(),
                probe.body(),
                probe.verify(),
                HttpAsk.patience(reach.context().left()));
        HttpReply reply = reach.http().send(ask, address(probe).display());
        return Seen.good(HttpSeen.values(reply), HttpSeen.line(reply))
                .butWhen(
                        !reply.ok(),
                        address(probe).display() + " answered " + HttpSeen.line(reply),
                        "see the log of the program behind it; try it by hand: "
                                + byHand(probe, reach.context().namespace()));
    }

    private static HttpAddress address(HttpProbe probe) {
        return new HttpAddress(probe.url(), probe.service(), probe.path());
    }
}
