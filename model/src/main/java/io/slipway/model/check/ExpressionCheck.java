package io.slipway.model.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.expr.Compiled;
import io.slipway.model.expr.ExpressionError;
import io.slipway.model.expr.Expressions;
import io.slipway.model.expr.SecretPath;
import io.slipway.model.expr.Template;
import io.slipway.model.spec.SecretRef;
import io.slipway.model.spec.Shape;
import io.slipway.model.yaml.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks single expressions, wherever they stand. */
final class ExpressionCheck {
    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'.*");
    private static final Pattern UNDEFINED = Pattern.compile("undefined field '([^']*)'.*");

    private static final Pattern MENTIONED_PARAM = Pattern.compile("\\bparams\\.(\\w+)");
    private static final Pattern MENTIONED_SECRET = Pattern.compile("\\bsecrets\\.(\\w+)");

    private final CheckContext context;
    private final Scopes scopes;
    private final ReferenceCheck references;
    private final JsonNode secrets;

    ExpressionCheck(CheckContext context) {
        this.context = context;
        this.scopes = new Scopes(context);
        this.references = new ReferenceCheck(context);
        this.secrets = context.section("secrets").json();
    }

    /** Checks every expression of a text; {@code shape} is what the field takes. */
    void template(Where where, Template template, Shape shape, IntFunction<Place> places) {
        template.error()
                .ifPresent(error ->
                        context.problem(ProblemCode.BAD_EXPRESSION, places.apply(error.offset()), error.message()));
        Optional<Template.Code> whole = template.whole();
        if (whole.isPresent() && isSecret(where, whole.get(), places)) {
            return;
        }
        for (Template.Code code : template.codes()) {
            IntFunction<Place> inside = offset -> places.apply(code.offset() + offset);
            Optional<Shape> wanted = whole.isPresent() ? Optional.of(shape) : Optional.empty();
            one(where, code.source(), inside, wanted, List.of(), false);
        }
    }

    /** Checks one expression. */
    void one(
            Where where,
            String source,
            IntFunction<Place> places,
            Optional<Shape> wanted,
            List<String> sees,
            boolean late) {
        List<String> more = LocalNames.of(context, where, sees);
        if (DashCheck.report(context, source, places)) {
            return;
        }
        boolean ownOutputs = where.key().equals("outputs") || where.key().equals("undo");
        Compiled compiled = Expressions.compile(source, scopes.at(more));
        boolean wrongReference = references.check(where, compiled, places, ownOutputs);
        StatusWords.check(context, compiled.comparisons(), places);
        for (ExpressionError error : compiled.errors()) {
            error(where, source, error, places, wrongReference, names(more));
        }
        if (!compiled.ok()) {
            mentioned(source);
        }
        if (compiled.ok() && wanted.isPresent()) {
            TypeFit.problem(wanted.get(), compiled.type())
                    .ifPresent(problem -> context.problem(ProblemCode.TYPE_MISMATCH, places.apply(0), problem));
        }
    }

    /** What an expression with a mistake names is not called unused on top of that. */
    private void mentioned(String source) {
        MENTIONED_PARAM
                .matcher(source)
                .results()
                .forEach(match -> context.usedParams().add(match.group(1)));
        MENTIONED_SECRET
                .matcher(source)
                .results()
                .forEach(match -> context.usedSecrets().add(match.group(1)));
    }

    private boolean isSecret(Where where, Template.Code code, IntFunction<Place> places) {
        Optional<SecretRef> secret = SecretPath.of(code.source(), secrets);
        if (secret.isEmpty()) {
            return false;
        }
        Place place = places.apply(code.offset());
        String name = secret.get().secret();
        context.usedSecrets().add(name);
        JsonNode source = secrets.path(name);
        if (!references.takesSecrets(where)) {
            context.problem(
                    ProblemCode.SECRET_IN_EXPRESSION,
                    place,
                    "secrets are allowed only in a step's verb and in notices, where an activity resolves them");
        } else if (source.isMissingNode()) {
            Suggestion.nearest(name, names(secrets)).ifPresent(context.usedSecrets()::add);
            context.problem(
                    ProblemCode.UNKNOWN_REFERENCE,
                    place,
                    "unknown secret '" + name + "'" + Suggestion.hint(name, names(secrets)));
        } else if (!SecretPath.keys(source).contains(secret.get().key())) {
            context.problem(
                    ProblemCode.UNKNOWN_REFERENCE,
                    place,
                    "secret '" + name + "' has no key '" + secret.get().key() + "'"
                            + Suggestion.among(secret.get().key(), SecretPath.keys(source)));
        }
        return true;
    }

    private void error(
            Where where,
            String source,
            ExpressionError error,
            IntFunction<Place> places,
            boolean wrongReference,
            List<String> names) {
        Matcher undeclared = UNDECLARED.matcher(error.message());
        Matcher undefined = UNDEFINED.matcher(error.message());
        Place place = places.apply(error.offset());
        if (undeclared.matches()) {
            String name = undeclared.group(1);
            if (!name.equals("secrets") && !LocalNames.mayHave(context, where)) {
                context.problem(
                        ProblemCode.UNKNOWN_REFERENCE,
                        place,
                        "unknown name '" + name + "' here" + hint(name, names) + " In scope: "
                                + String.join(", ", names));
            }
        } else if (undefined.matches()) {
            if (!wrongReference) {
                context.problem(ProblemCode.UNKNOWN_REFERENCE, place, "there is no '" + undefined.group(1) + "' here");
            }
        } else {
            context.problem(ProblemCode.BAD_EXPRESSION, place, CelWords.plain(error.message(), source));
        }
    }

    private static String hint(String name, List<String> names) {
        String hint = Suggestion.hint(name, names);
        return hint.isEmpty() ? "." : hint;
    }

    private static List<String> names(List<String> more) {
        List<String> names = new ArrayList<>(List.of("params", "steps", "target", "rollout"));
        more.forEach(name -> names.add(name.substring(0, name.indexOf(':'))));
        return names;
    }

    private static Set<String> names(JsonNode map) {
        Set<String> names = new LinkedHashSet<>();
        map.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
