package dev.parley.processor.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeSpec;
import dev.parley.compiler.machine.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The sealed type of all that may arrive in a state. */
final class ReceivedType {

    private final RoleModel model;
    private final TypeNames names;
    private final SealedType sealed;

    ReceivedType(RoleModel model, GenerationContext context) {
        this.model = model;
        names = model.names();
        sealed = new SealedType(names, context);
    }

    TypeSpec type(State state) {
        ClassName owner = model.typeOf(state).orElseThrow();
        CodeBlock what = CodeBlock.of("What may arrive in {@link $T}", owner);
        return sealed.type(names.received(owner), what, alternatives(state), Set.of());
    }

    private List<ClassName> alternatives(State state) {
        List<ClassName> alternatives = model.receivable(state).stream()
                .map(MessageType::name)
                .collect(Collectors.toCollection(ArrayList::new));
        if (state.accepting()) {
            alternatives.add(names.ended());
        }
        return alternatives;
    }
}
