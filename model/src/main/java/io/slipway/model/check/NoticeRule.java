package io.slipway.model.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.action.Notify;
import io.slipway.model.expr.SecretPath;
import io.slipway.model.expr.Template;
import io.slipway.model.pipeline.Notice;
import io.slipway.model.yaml.YamlScalar;

/** The address of a notice comes from a secret, since it lets anybody write there who knows it. */
final class NoticeRule implements Rule {
    @Override
    public void check(CheckContext context) {
        JsonNode secrets = context.section("secrets").json();
        for (Site.Plain site : context.sites(Site.Plain.class)) {
            if (isAddress(site) && site.node() instanceof YamlScalar scalar && !isSecret(scalar.text(), secrets)) {
                context.problem(
                        ProblemCode.ADDRESS_IN_THE_OPEN,
                        scalar.place(),
                        "'" + site.field().key() + "' of a notice must be a secret: \"${{ secrets.NAME.KEY }}\"");
            }
        }
    }

    private static boolean isAddress(Site.Plain site) {
        if (!site.where().section().equals("notices")) {
            return false;
        }
        Class<?> block = site.where().block();
        return (block == Notice.class && site.field().key().equals("slack"))
                || (block == Notify.Webhook.class && site.field().key().equals("url"));
    }

    private static boolean isSecret(String text, JsonNode secrets) {
        return Template.of(text)
                .whole()
                .flatMap(code -> SecretPath.of(code.source(), secrets))
                .isPresent();
    }
}
