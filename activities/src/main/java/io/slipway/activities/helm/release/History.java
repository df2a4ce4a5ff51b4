package io.slipway.activities.helm.release;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All revisions of a release that are known.
 *
 * @param revisions the oldest first
 */
public record History(List<Release> revisions) {
    public History {
        revisions = revisions.stream()
                .sorted(Comparator.comparingInt(Release::version))
                .toList();
    }

    /** The newest. */
    public Optional<Release> last() {
        return revisions.isEmpty() ? Optional.empty() : Optional.of(revisions.getLast());
    }

    /** What runs. */
    public Optional<Release> deployed() {
        return revisions.reversed().stream()
                .filter(each -> each.status() == Status.DEPLOYED)
                .findFirst();
    }

    /** The newest that a try made. */
    public Optional<Release> madeBy(String key) {
        return revisions.reversed().stream()
                .filter(each -> each.key().equals(key))
                .findFirst();
    }

    /** The newest that ran before a revision. */
    public Optional<Release> ranBefore(int version) {
        return revisions.reversed().stream()
                .filter(each -> each.version() < version)
                .filter(each -> each.status() == Status.SUPERSEDED || each.status() == Status.DEPLOYED)
                .findFirst();
    }

    /** Number of the next revision. */
    public int next() {
        return last().map(Release::version).orElse(0) + 1;
    }
}
