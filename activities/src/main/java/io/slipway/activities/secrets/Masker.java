package io.slipway.activities.secrets;

/** Hides the values of secrets, in all the forms in which they can turn up in a text. */
public interface Masker {
    /** The text with every known secret replaced by {@code ***}. */
    String mask(String text);

    /** Whether any secret is known so far. */
    boolean knowsAny();

    /** Makes a value known from now on. */
    void learn(String value);
}
