package dev.parley.processor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Where a type is declared.
 *
 * @param packageName empty for the unnamed package
 * @param simpleNames its own simple name, those of the types around it before it
 */
record NestedName(String packageName, List<String> simpleNames) {

    NestedName {
        simpleNames = List.copyOf(simpleNames);
    }

    static NestedName of(TypeElement type) {
        Deque<String> simpleNames = new ArrayDeque<>();
        for (Element each = type; each instanceof TypeElement; each = Enclosing.of(each)) {
            simpleNames.addFirst(each.getSimpleName().toString());
        }
        return new NestedName(Enclosing.packageOf(type).getQualifiedName().toString(), List.copyOf(simpleNames));
    }
}
