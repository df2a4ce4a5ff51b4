package io.slipway.activities.secrets;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Hides the values it has learnt, in every form of {@link SecretForms}. The longest forms go first. */
public final class ValueMasker implements Masker {
    /** What stands in place of a secret. */
    public static final String MASK = "***";
    /** Shorter values would shred the output; they are not hidden, and whoever resolves one warns. */
    public static final int SHORTEST = 6;

    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private volatile List<String> forms = List.of();

    @Override
    public void learn(String value) {
        if (value.length() >= SHORTEST && known.add(value)) {
            synchronized (known) {
                forms = known.stream()
                        .flatMap(each -> SecretForms.of(each).stream())
                        .filter(form -> form.length() >= SHORTEST)
                        .distinct()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .toList();
            }
        }
    }

    @Override
    public boolean knowsAny() {
        return !forms.isEmpty();
    }

    @Override
    public String mask(String text) {
        String masked = text;
        for (String form : forms) {
            if (masked.contains(form)) {
                masked = masked.replace(form, MASK);
            }
        }
        return masked;
    }
}
