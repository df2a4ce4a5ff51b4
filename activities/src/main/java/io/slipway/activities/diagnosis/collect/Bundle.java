package io.slipway.activities.diagnosis.collect;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.slipway.activities.diagnosis.Diagnosis;
import io.slipway.activities.diagnosis.Snapshot;
import io.slipway.activities.diagnosis.Subject;
import io.slipway.model.journal.Finding;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * A snapshot and its diagnosis as texts, to keep and to send: {@code findings.txt}, {@code events.txt}, and folders
 * {@code objects}, {@code describe} and {@code logs}. Without the data of Secrets; every text goes through the mask.
 *
 * @param files path with slashes and text, sorted
 */
public record Bundle(Map<String, String> files) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public Bundle {
        files = new TreeMap<>(files);
    }

    /** The bundle of a snapshot; {@code mask} hides the secrets that are known. */
    public static Bundle of(Snapshot snapshot, Diagnosis diagnosis, UnaryOperator<String> mask) {
        Map<String, String> files = new TreeMap<>();
        files.put("findings.txt", findings(diagnosis));
        StringBuilder events = new StringBuilder();
        for (Subject subject : snapshot.subjects()) {
            String name = subject.name().replace('/', '-').replaceAll("[^a-zA-Z0-9._-]", "_");
            files.put("objects/" + name + ".yaml", yaml(subject));
            files.put("describe/" + name + ".txt", Description.of(subject));
            subject.logs()
                    .forEach((log, lines) -> files.put(
                            "logs/" + name + "/" + log.replace(" (previous)", ".previous") + ".log",
                            String.join("\n", lines) + "\n"));
            subject.events()
                    .forEach(event -> events.append(subject.name())
                            .append(' ')
                            .append(Description.event(event))
                            .append('\n'));
        }
        files.put("events.txt", events.toString());
        files.replaceAll((path, text) -> mask.apply(text));
        return new Bundle(files);
    }

    /** Writes the files under a folder, which is made when it is not there. */
    public void writeTo(Path folder) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    /** Writes one zip; equal snapshots give equal bytes. The stream stays open. */
    public void zipTo(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (Map.Entry<String, String> file : files.entrySet()) {
            ZipEntry entry = new ZipEntry(file.getKey());
            entry.setTime(0);
            zip.putNextEntry(entry);
            zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        zip.finish();
    }

    private static String yaml(Subject subject) {
        DumpSettings settings =
                DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build();
        Object tree = JSON.convertValue(SecretScrubber.scrub(subject.object()), Object.class);
        return new Dump(settings).dumpToString(tree);
    }

    private static String findings(Diagnosis diagnosis) {
        List<String> texts = diagnosis.findings().stream().map(Bundle::finding).toList();
        return texts.isEmpty() ? "No rule matches.\n" : String.join("\n", texts);
    }

    private static String finding(Finding finding) {
        StringBuilder text = new StringBuilder(finding.object() + ": " + finding.cause() + "\n");
        text.append("  fix: ")
                .append(finding.fix())
                .append("\n  rule: ")
                .append(finding.rule())
                .append('\n');
        if (!finding.guide().isEmpty()) {
            text.append("  guide: ").append(finding.guide()).append('\n');
        }
        finding.evidence().forEach(line -> text.append("  seen: ").append(line).append('\n'));
        return text.toString();
    }
}
