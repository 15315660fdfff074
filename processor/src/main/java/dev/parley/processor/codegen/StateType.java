package dev.parley.processor.codegen;

import com.palantir.javapoet.ClassName;
import dev.parley.compiler.machine.State;

/**
 * A state with a type of its own.
 *
 * @param state the state
 * @param name the type
 * @param entered whether the role starts or sends itself here, else only messages lead here, each with a subtype of its own
 * @param recurs whether it does so more than once
 * @param offered whether the role may be taken over here
 */
record StateType(State state, ClassName name, boolean entered, boolean recurs, boolean offered) {

    /** Returns whether there are objects of the type itself. */
    boolean isConcrete() {
        return entered || offered;
    }
}
