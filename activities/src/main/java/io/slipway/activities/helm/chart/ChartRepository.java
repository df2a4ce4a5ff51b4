package io.slipway.activities.helm.chart;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.json.Hash;
import io.slipway.model.yaml.Dialect;
import io.slipway.model.yaml.YamlNode;
import io.slipway.model.yaml.YamlReader;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Charts of a repository with an {@code index.yaml}, or by the address of their archive. */
final class ChartRepository {
    private final Download download;

    ChartRepository(Download download) {
        this.download = download;
    }

    /** The archive of {@code https://repository/chart} or {@code https://host/chart.tgz}. */
    byte[] fetch(String address, Optional<String> version) throws InterruptedException {
        if (address.endsWith(".tgz")) {
            return download.get(address, Map.of());
        }
        int slash = address.lastIndexOf('/');
        String repository = address.substring(0, slash + 1);
        String name = address.substring(slash + 1);
        JsonNode entries = index(repository + "index.yaml").path("entries");
        if (!entries.has(name)) {
            throw StepFailure.permanent(
                    "the repository " + repository + " has no chart '" + name + "'",
                    "its index names " + names(entries),
                    "correct the address: repository/chart");
        }
        List<JsonNode> offered = entries.path(name).valueStream().toList();
        String chosen = ChartVersions.choose(
                address,
                version,
                offered.stream().map(each -> each.path("version").asText()).toList());
        JsonNode entry = offered.stream()
                .filter(each -> each.path("version").asText().equals(chosen))
                .findFirst()
                .orElseThrow();
        return archive(repository, entry);
    }

    private JsonNode index(String address) throws InterruptedException {
        byte[] text = download.get(address, Map.of());
        return YamlReader.readAll(address, text, Dialect.KUBECTL)
                .root()
                .map(YamlNode::json)
                .filter(JsonNode::isObject)
                .orElseThrow(() -> Download.failed(address, "it is not a chart repository index"));
    }

    private byte[] archive(String repository, JsonNode entry) throws InterruptedException {
        String address = URI.create(repository)
                .resolve(entry.path("urls").path(0).asText())
                .toString();
        byte[] archive = download.get(address, Map.of());
        String digest = entry.path("digest").asText("").replaceFirst("^sha256:", "");
        if (!digest.isEmpty() && !digest.equals(Hash.of(archive))) {
            throw Download.failed(address, "its digest differs from the one in the index");
        }
        return archive;
    }

    private static String names(JsonNode entries) {
        List<String> names = entries.propertyStream()
                .map(Map.Entry::getKey)
                .sorted()
                .limit(20)
                .toList();
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}
