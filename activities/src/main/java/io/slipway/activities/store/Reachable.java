package io.slipway.activities.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds the blobs that journals name. Whatever looks like a hash counts, so that a new kind of reference cannot be
 * forgotten here; at worst a blob is kept too long.
 */
final class Reachable {
    private static final Pattern HASH = Pattern.compile("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])");

    private final JournalStore journals;
    private final BlobStore blobs;

    Reachable(JournalStore journals, BlobStore blobs) {
        this.journals = journals;
        this.blobs = blobs;
    }

    Set<String> from(List<String> rollouts) {
        Set<String> named = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        rollouts.forEach(rollout -> add(journals.text(rollout), named, open));
        while (!open.isEmpty()) {
            blobs.text(open.poll()).ifPresent(text -> add(text, named, open));
        }
        return named;
    }

    private static void add(String text, Set<String> named, Deque<String> open) {
        HASH.matcher(text).results().map(MatchResult::group).filter(named::add).forEach(open::add);
    }
}
