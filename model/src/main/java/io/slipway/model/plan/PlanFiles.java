package io.slipway.model.plan;

import io.slipway.model.check.FileIndex;
import io.slipway.model.check.PipelineFolder;
import io.slipway.model.check.Problem;
import io.slipway.model.check.ProblemCode;
import io.slipway.model.json.Hash;
import io.slipway.model.yaml.Place;
import io.slipway.model.yaml.YamlScalar;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the files that steps name, each once, and names them by their content. */
final class PlanFiles {
    private final PipelineFolder folder;
    private final FileIndex index;
    private final Map<String, String> hashes = new TreeMap<>();
    private final Map<String, String> contents = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    PlanFiles(PipelineFolder folder) {
        this.folder = folder;
        this.index = new FileIndex(folder);
    }

    /** Content by hash. */
    Map<String, String> contents() {
        return contents;
    }

    List<Problem> problems() {
        return problems;
    }

    /** The paths that a path or glob names, sorted; their content is read and kept. */
    List<String> expand(YamlScalar written) {
        return paths(written, index.find(written.text()));
    }

    /** The files of a chart's folder, or its archive. */
    List<String> chart(YamlScalar written) {
        return paths(written, index.chart(written.text()));
    }

    private List<String> paths(YamlScalar written, FileIndex.Found answer) {
        List<String> paths = switch (answer) {
            case FileIndex.Paths found -> found.paths();
            case FileIndex.Missing missing -> {
                problems.add(new Problem(missing.code(), written.place(), missing.message()));
                yield List.of();
            }
        };
        paths.forEach(path -> hash(path, written.place()));
        return paths;
    }

    /** Hash of a file's content. */
    String hash(String path, Place place) {
        return hashes.computeIfAbsent(path, name -> read(name, place));
    }

    private String read(String path, Place place) {
        try {
            byte[] bytes = folder.read(path);
            if (bytes.length > PipelineFolder.MAX_BYTES) {
                problems.add(new Problem(
                        ProblemCode.UNREADABLE_FILE,
                        place,
                        "'" + path + "' is larger than " + PipelineFolder.MAX_BYTES + " bytes"));
                return "";
            }
            String content = FileContent.text(bytes);
            String hash = Hash.of(content);
            contents.put(hash, content);
            return hash;
        } catch (IOException e) {
            problems.add(new Problem(ProblemCode.UNREADABLE_FILE, place, "'" + path + "' cannot be read"));
            return "";
        }
    }
}
