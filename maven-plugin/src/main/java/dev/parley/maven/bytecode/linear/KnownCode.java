package dev.parley.maven.bytecode.linear;

import java.util.List;
import java.util.Set;

/** What is known of code that everybody uses and nobody has annotated. */
final class KnownCode {

    private static final List<String> THREADS = List.of(
            "java/lang/Thread",
            "java/util/concurrent/",
            "java/util/Timer",
            "javax/swing/SwingUtilities",
            "kotlin/concurrent/",
            "kotlinx/coroutines/");

    private static final List<String> ONLY_LOOK = List.of(
            "java/lang/Object",
            "java/lang/AssertionError",
            "java/lang/String",
            "java/lang/System",
            "java/util/Objects",
            "java/io/PrintStream",
            "java/io/PrintWriter",
            "java/util/logging/",
            "org/slf4j/",
            "org/apache/logging/",
            "kotlin/jvm/internal/Intrinsics",
            "org/junit/jupiter/api/Assertions",
            "org/junit/Assert",
            "org/hamcrest/",
            "org/assertj/core/api/");

    private static final Set<String> RUN_ONCE = Set.of(
            "assertThrows",
            "assertThrowsExactly",
            "assertDoesNotThrow",
            "assertThatThrownBy",
            "assertThatCode",
            "assertThatExceptionOfType",
            "isThrownBy",
            "catchThrowable",
            "catchThrowableOfType");

    private KnownCode() {}

    /** Returns whether a method runs functions in other threads. */
    static boolean runsElsewhere(String owner) {
        return THREADS.stream().anyMatch(owner::startsWith);
    }

    /** Returns whether a method only looks at objects that are passed to it. */
    static boolean onlyLooks(String owner) {
        return ONLY_LOOK.stream().anyMatch(owner::startsWith);
    }

    /** Returns whether a method returns its first argument, once it has made sure that it is not null. */
    static boolean returnsArgument(String owner, String name) {
        return owner.equals("java/util/Objects") && name.equals("requireNonNull");
    }

    /** Returns whether a method returns the int that its object holds. */
    static boolean unboxes(String owner, String name) {
        return owner.equals("java/lang/Integer") && name.equals("intValue");
    }

    /** Returns whether a method of a test library runs a function once, at once, and catches what it throws. */
    static boolean runsOnce(String owner, String name) {
        return onlyLooks(owner) && RUN_ONCE.contains(name);
    }

    /** Returns whether a method does an action in a managed conversation: once, at once, and returns what it does. */
    static boolean doesAction(String owner, String name) {
        return owner.equals("dev/parley/sessions/conversation/Conversation") && name.equals("act");
    }

    /** Returns whether a method turns a stream or a collection into a stream that runs in several threads. */
    static boolean makesParallel(String name) {
        return name.equals("parallelStream") || name.equals("parallel");
    }

    static boolean isStream(String owner) {
        return owner.startsWith("java/util/stream/");
    }
}
