package io.slipway.model.check;

import io.slipway.model.yaml.YamlList;
import io.slipway.model.yaml.YamlMap;
import io.slipway.model.yaml.YamlNode;
import io.slipway.model.yaml.YamlScalar;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Images of containers that no registry can have. Whether an image is there only its registry knows, and is not asked.
 *
 * @see <a href="https://github.com/distribution/reference">The grammar of references</a>
 */
final class ImageCheck {
    private static final Set<String> CONTAINERS = Set.of("containers", "initContainers", "ephemeralContainers");
    private static final int LONGEST = 1000;
    private static final String HOST =
            "(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9a-fA-F:]+])(?::[0-9]{1,5})?";
    private static final String PART = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*";
    private static final Pattern IMAGE = Pattern.compile("(?:" + HOST + "/)?" + PART + "(?:/" + PART + ")*"
            + "(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(?:@[a-z0-9]+(?:[.+_-][a-z0-9]+)*:[0-9a-fA-F]{32,})?");

    private ImageCheck() {}

    static void check(CheckContext context, YamlNode node) {
        if (node instanceof YamlList list) {
            list.elements().forEach(element -> check(context, element));
        } else if (node instanceof YamlMap map) {
            for (YamlMap.Entry entry : map.entries()) {
                if (CONTAINERS.contains(entry.key())) {
                    map.list(entry.key()).forEach(container -> container(context, container));
                }
                check(context, entry.value());
            }
        }
    }

    private static void container(CheckContext context, YamlNode node) {
        if (node instanceof YamlMap container) {
            container
                    .scalar("image")
                    .filter(image -> !mayBe(image))
                    .ifPresent(image -> context.problem(
                            ProblemCode.BAD_IMAGE,
                            image.place(),
                            "'" + image.text()
                                    + "' is no name of an image: it is [registry/]name[:tag][@digest], the name"
                                    + " in lower case"));
        }
    }

    /** Also what is not known yet: a variable or an expression. */
    private static boolean mayBe(YamlScalar image) {
        String text = image.text();
        return text.isEmpty()
                || text.indexOf('$') >= 0
                || text.length() > LONGEST
                || IMAGE.matcher(text).matches();
    }
}
