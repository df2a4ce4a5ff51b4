package io.slipway.activities.step;

import io.slipway.activities.secrets.Masker;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A masker that knows plain values only, for tests. */
public final class FakeMasker implements Masker {
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    @Override
    public boolean knowsAny() {
        return !known.isEmpty();
    }

    @Override
    public String mask(String text) {
        String masked = text;
        for (String value : known) {
            masked = masked.replace(value, "***");
        }
        return masked;
    }

    @Override
    public void learn(String value) {
        known.add(value);
    }

    /** The values it was told of. */
    public Set<String> known() {
        return Set.copyOf(known);
    }
}
