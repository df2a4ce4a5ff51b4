package io.slipway.model.expr;

import dev.cel.common.CelOverloadDecl;
import dev.cel.runtime.CelFunctionBinding;

/** One overload of a function of our own: its declaration and its code. */
record CelFunction(String name, CelOverloadDecl declaration, CelFunctionBinding binding) {
    static CelFunction of(String name, CelOverloadDecl declaration, CelFunctionBinding binding) {
        return new CelFunction(name, declaration, binding);
    }
}
