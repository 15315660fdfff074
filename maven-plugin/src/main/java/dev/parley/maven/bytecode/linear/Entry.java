package dev.parley.maven.bytecode.linear;

import dev.parley.maven.bytecode.linear.ClassFacts.MethodFacts;
import dev.parley.maven.bytecode.linear.Summaries.Context;
import dev.parley.maven.bytecode.linear.Value.StateRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.analysis.Frame;

/** How things are where a method begins: the states that are handed in, borrowed or for good. */
final class Entry {

    private Entry() {}

    /**
     * Returns the path that all paths of a method begin with.
     *
     * @param line the first line of the method
     */
    static ProgramPath path(Context context, Summaries summaries, int line) {
        var method = context.code().method();
        ProgramPath path = new ProgramPath(new Frame<>(method.maxLocals, method.maxStack), line);
        for (int i = 0; i < method.maxLocals; i++) {
            path.frame.setLocal(i, Value.Unknown.SINGLE);
        }
        List<Type> parameters = new ArrayList<>(List.of(Type.getArgumentTypes(method.desc)));
        if (!context.code().isStatic()) {
            parameters.add(0, Type.getObjectType(context.code().owner().name));
        }
        Optional<MethodFacts> annotated = summaries.annotated(context.code().owner().name, method.name, method.desc);
        int first = context.code().isStatic() ? 0 : 1;
        int slot = 0;
        for (int i = 0; i < parameters.size(); i++) {
            SortedSet<String> classes = context.given().get(i);
            Value value = value(parameters.get(i), ProgramPath.argument(i));
            if (!classes.isEmpty()) {
                int number = ProgramPath.argument(i);
                Token token = Token.live(number, classes, line);
                int parameter = i - first;
                if (annotated.filter(each -> each.borrows(parameter)).isPresent()) {
                    token = token.borrow();
                }
                if (annotated.filter(each -> each.takesOver(parameter)).isPresent()) {
                    summaries.addProgram(context.id());
                }
                path.tokens.put(number, token);
                path.note(number, StateTypes.display(classes) + " is handed in");
                value = new StateRef(number);
            }
            path.frame.setLocal(slot, value);
            slot += parameters.get(i).getSize();
        }
        return path;
    }

    private static Value value(Type type, int argument) {
        if (type.getSort() == Type.INT) {
            return new Value.Index(argument);
        }
        return Value.isTelling(type) ? new Value.Symbol(argument) : Value.of(type);
    }
}
