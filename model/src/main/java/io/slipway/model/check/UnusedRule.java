package io.slipway.model.check;

import io.slipway.model.expr.Names;
import io.slipway.model.yaml.YamlMap;

/** Parameters and secrets that nothing reads. Must run after the rules that look at expressions. */
final class UnusedRule implements Rule {

    @Override
    public void check(CheckContext context) {
        for (YamlMap.Entry param : context.section("params").entries()) {
            if (!context.usedParams().contains(param.key())) {
                context.problem(ProblemCode.UNUSED_PARAMETER, param.place(), "unused parameter '" + param.key() + "'");
            }
        }
        for (YamlMap.Entry secret : context.section("secrets").entries()) {
            boolean used = context.usedSecrets().stream()
                    .anyMatch(name -> Names.inExpressions(name).equals(Names.inExpressions(secret.key())));
            if (!used) {
                context.problem(ProblemCode.UNUSED_SECRET, secret.place(), "unused secret '" + secret.key() + "'");
            }
        }
    }
}
