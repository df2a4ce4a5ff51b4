package io.slipway.activities.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the blobs that journals name. Whatever looks like a hash counts, so that a new kind of reference cannot be
 * forgotten here; at worst a blob is kept too long.
 */
final class Reachable {
    private static final Pattern HASH = Pattern.compile("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])");

    private final BlobStore blobs;

    Reachable(BlobStore blobs) {
        this.blobs = blobs;
    }

    Set<String> from(Stream<String> journals) {
        Set<String> named = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        journals.forEach(journal -> add(journal, named, open));
        while (!open.isEmpty()) {
            blobs.text(open.poll()).ifPresent(text -> add(text, named, open));
        }
        return named;
    }

    private static void add(String text, Set<String> named, Deque<String> open) {
        HASH.matcher(text).results().map(MatchResult::group).filter(named::add).forEach(open::add);
    }
}
