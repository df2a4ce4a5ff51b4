package io.slipway.sandbox.images;

import java.util.Locale;

/** The parts of an image's name, as the kubelet reads them. */
final class ImageName {
    private ImageName() {}

    /** What is added to the complaint about a name with capital letters; empty for other names. */
    static String upperCase(String image) {
        String repository = repository(image);
        return repository.equals(repository.toLowerCase(Locale.ROOT))
                ? ""
                : ": repository name (" + repository + ") must be lowercase";
    }

    /** Without the registry and the tag; one without a folder is in {@code library}. */
    private static String repository(String image) {
        int slash = image.indexOf('/');
        String first = image.substring(0, Math.max(slash, 0));
        boolean registry = first.contains(".") || first.contains(":") || first.equals("localhost");
        String rest = registry ? image.substring(slash + 1) : slash < 0 ? "library/" + image : image;
        int colon = rest.indexOf(':');
        return colon < 0 ? rest : rest.substring(0, colon);
    }
}
