package io.slipway.model.check;

import io.slipway.model.manifest.ContainerImages;
import io.slipway.model.yaml.YamlMap;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Images of containers that no registry can have. Whether an image is there only its registry knows, and is not asked.
 *
 * @see <a href="https://github.com/distribution/reference">The grammar of references</a>
 */
final class ImageCheck {
    private static final int LONGEST = 1000;
    private static final String HOST =
            "(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9a-fA-F:]+])(?::[0-9]{1,5})?";
    private static final String PART = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*";
    private static final Pattern IMAGE = Pattern.compile("(?:" + HOST + "/)?" + PART + "(?:/" + PART + ")*"
            + "(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(?:@[a-z0-9]+(?:[.+_-][a-z0-9]+)*:[0-9a-fA-F]{32,})?");

    private ImageCheck() {}

    static void check(CheckContext context, YamlMap object) {
        check(context, object, ContainerImages.of(object.json()));
    }

    /** The images that a step gives as options of a command. */
    static void checkOptions(CheckContext context, YamlMap block) {
        check(context, block, ContainerImages.ofOptions(block.json()));
    }

    private static void check(CheckContext context, YamlMap within, List<ContainerImages.Named> images) {
        for (ContainerImages.Named named : images) {
            if (!mayBe(named.image())) {
                context.problem(
                        ProblemCode.BAD_IMAGE,
                        within.at(named.path()).place(),
                        "'" + named.image()
                                + "' is not a valid image name: write [registry/]name[:tag][@digest], the name"
                                + " in lower case");
            }
        }
    }

    /** Also what is not known yet: a variable or an expression. */
    private static boolean mayBe(String image) {
        return image.indexOf('$') >= 0
                || image.length() > LONGEST
                || IMAGE.matcher(image).matches();
    }
}
