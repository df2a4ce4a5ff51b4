package io.slipway.sandbox.api.validate;

import java.util.Optional;
import java.util.regex.Pattern;

/** The forms of names, label keys and label values. Each check gives the reason, or nothing when all is well. */
final class Names {

    private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final String SUBDOMAIN = LABEL + "(\\." + LABEL + ")*";
    private static final String LABEL_1035 = "[a-z]([-a-z0-9]*[a-z0-9])?";
    private static final String VALUE = "(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?";
    private static final String KEY_NAME = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";

    private static final String CONFIG_KEY = "[-._a-zA-Z0-9]+";
    private static final int LABEL_LENGTH = 63;
    private static final int SUBDOMAIN_LENGTH = 253;

    private Names() {}

    static Optional<String> subdomain(String name) {
        return form(
                name,
                SUBDOMAIN,
                SUBDOMAIN_LENGTH,
                "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must "
                        + "start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '"
                        + SUBDOMAIN
                        + "')");
    }

    static Optional<String> label(String name) {
        return form(
                name,
                LABEL,
                LABEL_LENGTH,
                "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and "
                        + "end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '"
                        + LABEL
                        + "')");
    }

    static Optional<String> label1035(String name) {
        return form(
                name,
                LABEL_1035,
                LABEL_LENGTH,
                "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic "
                        + "character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for "
                        + "validation is '"
                        + LABEL_1035
                        + "')");
    }

    static Optional<String> labelValue(String value) {
        return form(
                value,
                VALUE,
                LABEL_LENGTH,
                "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must "
                        + "start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex "
                        + "used for validation is '"
                        + VALUE
                        + "')");
    }

    static Optional<String> labelKey(String key) {
        int slash = key.indexOf('/');
        if (slash >= 0) {
            Optional<String> prefix = subdomain(key.substring(0, slash));
            if (prefix.isPresent()) {
                return prefix.map(why -> "prefix part " + why);
            }
        }
        return form(
                        key.substring(slash + 1),
                        KEY_NAME,
                        LABEL_LENGTH,
                        "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an "
                                + "alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for "
                                + "validation is '"
                                + KEY_NAME
                                + "')")
                .map(why -> "name part " + why);
    }

    /** A key of a ConfigMap or Secret, which becomes the name of a file. */
    static Optional<String> configKey(String key) {
        if (key.startsWith("..")) {
            return Optional.of(key.equals("..") ? "must not be '..'" : "must not start with '..'");
        }
        return key.equals(".")
                ? Optional.of("must not be '.'")
                : form(
                        key,
                        CONFIG_KEY,
                        SUBDOMAIN_LENGTH,
                        "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. "
                                + "'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '"
                                + CONFIG_KEY
                                + "')");
    }

    private static Optional<String> form(String text, String regex, int longest, String why) {
        if (text.length() > longest) {
            return Optional.of("must be no more than " + longest + " characters");
        }
        return Pattern.matches(regex, text) ? Optional.empty() : Optional.of(why);
    }
}
