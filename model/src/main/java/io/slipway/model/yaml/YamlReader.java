package io.slipway.model.yaml;

import java.util.List;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads YAML files. Whatever the bytes, it answers with nodes or problems, never with an exception. */
public final class YamlReader {
    private YamlReader() {}

    /** Reads a pipeline file: one document of YAML 1.2. */
    public static YamlFile read(String file, byte[] bytes) {
        YamlFile all = readAll(file, bytes, Dialect.YAML_1_2);
        if (all.documents().size() < 2) {
            return all;
        }
        YamlProblem more = new YamlProblem(
                YamlProblem.Kind.UNSUPPORTED,
                all.documents().get(1).place(),
                "a second document starts here; the file may have only one");
        return new YamlFile(
                all.documents().subList(0, 1),
                Stream.concat(all.problems().stream(), Stream.of(more)).toList());
    }

    /** Reads a file of any number of documents. */
    public static YamlFile readAll(String file, byte[] bytes, Dialect dialect) {
        boolean json = dialect == Dialect.KUBECTL && file.endsWith(".json");
        SourceText text = SourceText.decode(file, json ? withoutTabs(bytes) : bytes, dialect.maxBytes());
        return text.problem()
                .map(problem -> new YamlFile(List.of(), List.of(problem)))
                .orElseGet(() -> parse(text.source().orElseThrow(), dialect));
    }

    /** JSON may be indented with tabs, which YAML may not; in its texts there are none. */
    private static byte[] withoutTabs(byte[] json) {
        byte[] spaced = json.clone();
        for (int i = 0; i < spaced.length; i++) {
            spaced[i] = spaced[i] == '\t' ? (byte) ' ' : spaced[i];
        }
        return spaced;
    }

    private static YamlFile parse(Source source, Dialect dialect) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(source.file())
                .setUseMarks(true)
                .setParseComments(false)
                .setCodePointLimit(dialect.maxBytes() + 1)
                .build();
        TreeBuilder builder = new TreeBuilder(source, dialect);
        try {
            new Parse(settings).parseString(source.text()).forEach(builder::accept);
        } catch (TooMuch e) {
            return builder.file(e.problem());
        } catch (MarkedYamlEngineException e) {
            return builder.file(SyntaxMessages.of(source, e));
        } catch (YamlEngineException | IndexOutOfBoundsException | NumberFormatException e) {
            return builder.file(
                    new YamlProblem(YamlProblem.Kind.SYNTAX, builder.lastPlace(), "invalid YAML from here on"));
        }
        return builder.file(null);
    }
}
