package io.slipway.activities.store.s3;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Texts of objects that are written once and never again, as far as there is room: those who follow a rollout read the
 * whole of its log again and again.
 */
final class Texts {
    private final Map<String, String> known = new LinkedHashMap<>(16, 0.75f, true);
    private final int most;
    private int characters;

    /** Room for so many characters. */
    Texts(int most) {
        this.most = most;
    }

    /** The text of an object, which is asked for when it is not known; an empty one may yet come. */
    String get(String key, Function<String, String> ask) {
        String text = known(key);
        if (!text.isEmpty()) {
            return text;
        }
        String asked = ask.apply(key);
        if (!asked.isEmpty()) {
            keep(key, asked);
        }
        return asked;
    }

    private synchronized String known(String key) {
        return known.getOrDefault(key, "");
    }

    private synchronized void keep(String key, String text) {
        if (text.length() > most || known.putIfAbsent(key, text) != null) {
            return;
        }
        characters += text.length();
        Iterator<String> longestUnused = known.values().iterator();
        while (characters > most) {
            characters -= longestUnused.next().length();
            longestUnused.remove();
        }
    }
}
