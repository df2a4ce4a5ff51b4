package io.slipway.activities.helm.chart;

import io.slipway.activities.step.StepFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Reads packed charts: tar, gzip, everything in one folder. */
final class ChartArchive {
    private static final int MOST_BYTES = 64 * 1024 * 1024;

    private ChartArchive() {}

    /**
     * The files of an archive, by path below its one folder.
     *
     * @throws StepFailure when it cannot be read or is too large
     */
    static Map<String, byte[]> read(String origin, byte[] archive) {
        Map<String, byte[]> files = new TreeMap<>();
        int left = MOST_BYTES;
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                String path = inside(entry.getName());
                if (entry.isFile() && !path.isEmpty()) {
                    byte[] content = tar.readNBytes(left + 1);
                    left -= content.length;
                    if (left < 0) {
                        throw broken(origin, "it holds more than " + MOST_BYTES + " bytes");
                    }
                    files.put(path, content);
                }
            }
        } catch (IOException unreadable) {
            throw broken(origin, "it is not a gzipped tar: " + unreadable.getMessage());
        }
        return files;
    }

    /** Without the first folder; empty for what may not be in a chart. */
    private static String inside(String name) {
        String path = name.replace('\\', '/').replaceAll("^(\\./)+", "");
        int slash = path.indexOf('/');
        String inner = slash < 0 ? "" : path.substring(slash + 1);
        return List.of(inner.split("/")).contains("..") ? "" : inner;
    }

    private static StepFailure broken(String origin, String why) {
        return StepFailure.permanent(
                origin + " cannot be unpacked", why, "package the chart again with 'helm package'");
    }
}
