package io.slipway.sandbox.workloads;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.net.Network;
import io.slipway.sandbox.store.Meta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A container of a pod with everything resolved: what a process in it would see. The nodes are shared; never modify
 * them.
 *
 * @param env its variables, references resolved
 * @param files mounted files by path: ConfigMaps, Secrets, the downward API
 */
public record Container(ObjectNode pod, JsonNode spec, Map<String, String> env, Map<String, String> files) {
    public Container {
        env = Map.copyOf(env);
        files = Map.copyOf(files);
    }

    public String namespace() {
        return Meta.namespace(pod);
    }

    public String podName() {
        return Meta.name(pod);
    }

    public String podUid() {
        return Meta.uid(pod);
    }

    public String name() {
        return spec.path("name").asText();
    }

    public String image() {
        return spec.path("image").asText();
    }

    public String podIp() {
        return pod.path("status").path("podIP").asText("127.0.0.1");
    }

    public String serviceAccount() {
        return pod.path("spec").path("serviceAccountName").asText("default");
    }

    /** Command and arguments, {@code $(NAME)} replaced. */
    public List<String> commandLine() {
        List<String> words = new ArrayList<>();
        spec.path("command").forEach(word -> words.add(Substitution.apply(word.asText(), env)));
        spec.path("args").forEach(word -> words.add(Substitution.apply(word.asText(), env)));
        return words;
    }

    /** Where its connections come from. */
    public Network.Origin origin() {
        return new Network.Origin(namespace(), podName());
    }

    /** True when the image's repository or the command line holds the text. */
    public boolean mentions(String text) {
        return image().contains(text) || String.join(" ", commandLine()).contains(text);
    }
}
