package io.slipway.model.expr;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cel.checker.CelChecker;
import dev.cel.checker.CelCheckerBuilder;
import dev.cel.common.CelVarDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.StructType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an expression may read, with types. Types are written as CEL writes them: {@code int}, {@code list(string)},
 * {@code dyn}, {@code map(string, dyn)}, or the name of a struct declared here.
 */
public final class Declarations {
    private final Map<String, StructType> structs;
    private final Map<String, CelType> variables;
    private final String signature;

    private Declarations(Map<String, StructType> structs, Map<String, CelType> variables, String signature) {
        this.structs = structs;
        this.variables = variables;
        this.signature = signature;
    }

    /** Nothing declared. */
    public static Declarations none() {
        return new Declarations(new LinkedHashMap<>(), new LinkedHashMap<>(), "");
    }

    /**
     * These, and a record-like type with known fields: name of a field → its type. Its name must differ from every
     * variable, or CEL takes one for the other.
     */
    public Declarations withStruct(String name, Map<String, String> fields) {
        Map<String, CelType> types = new LinkedHashMap<>();
        fields.forEach((field, type) -> types.put(field, TypeNames.parse(type, structs)));
        ImmutableMap<String, CelType> known = ImmutableMap.copyOf(types);
        StructType struct = StructType.create(name, known.keySet(), field -> Optional.ofNullable(known.get(field)));
        Map<String, StructType> more = new LinkedHashMap<>(structs);
        more.put(name, struct);
        return new Declarations(more, variables, signature + name + new TreeMap<>(fields) + ";");
    }

    /** These, and a variable. */
    public Declarations withVariable(String name, String type) {
        Map<String, CelType> more = new LinkedHashMap<>(variables);
        more.put(name, TypeNames.parse(type, structs));
        return new Declarations(structs, more, signature + name + ":" + type + ";");
    }

    /** Names of the variables. */
    public Set<String> variables() {
        return Collections.unmodifiableSet(variables.keySet());
    }

    /** The type of a field of a variable that is a struct declared here. */
    Optional<CelType> field(String variable, String field) {
        return variables.get(variable) instanceof StructType struct
                ? struct.findField(field).map(StructType.Field::type)
                : Optional.empty();
    }

    /** What is declared, as a text: equal declarations have equal signatures. */
    String signature() {
        return signature;
    }

    /** A checker for what is declared, which knows functions of these names. */
    CelChecker checker(Set<String> functions) {
        CelCheckerBuilder builder =
                CelSetup.checker(functions).setTypeProvider(new Structs(ImmutableMap.copyOf(structs)));
        variables.forEach((name, type) -> builder.addVarDeclarations(CelVarDecl.newVarDeclaration(name, type)));
        return builder.build();
    }

    private record Structs(ImmutableMap<String, StructType> byName) implements CelTypeProvider {
        @Override
        public ImmutableCollection<CelType> types() {
            return ImmutableList.copyOf(byName.values());
        }

        @Override
        public Optional<CelType> findType(String name) {
            return Optional.ofNullable(byName.get(name));
        }
    }
}
