package dev.parley.processor.codegen;

import com.palantir.javapoet.ClassName;

/** The types that generated code refers to. They are named, not loaded: the runtime is not on the processor's path. */
final class RuntimeTypes {

    private static final String RUNTIME = "dev.parley.runtime";
    private static final String BUFFER = RUNTIME + ".buffer";
    private static final String EFFECT = RUNTIME + ".effect";

    static final ClassName CAN_IGNORE_RETURN_VALUE = ClassName.get(RUNTIME, "CanIgnoreReturnValue");
    static final ClassName CANDIDATE = ClassName.get(RUNTIME, "Candidate");
    static final ClassName CHECK_RETURN_VALUE = ClassName.get(RUNTIME, "CheckReturnValue");
    static final ClassName CHOICE_TIMED_OUT_EXCEPTION = ClassName.get(RUNTIME, "ChoiceTimedOutException");
    static final ClassName DECISION = ClassName.get(RUNTIME, "Decision");
    static final ClassName EDGE_STATUS = ClassName.get(RUNTIME, "EdgeStatus");
    static final ClassName EFFECT_DENIED_EXCEPTION = ClassName.get(EFFECT, "EffectDeniedException");
    static final ClassName EFFECTS = ClassName.get(EFFECT, "Effects");
    static final ClassName ENDPOINT = ClassName.get(RUNTIME, "Endpoint");
    static final ClassName EVENT_ENDPOINT = ClassName.get(RUNTIME, "EventEndpoint");
    static final ClassName GATHERER = ClassName.get(RUNTIME, "Gatherer");
    static final ClassName GATHERING = ClassName.get(RUNTIME, "Gathering");
    static final ClassName LOCAL_STATE = ClassName.get(RUNTIME, "LocalState");
    static final ClassName MEMBER_PROGRAM = ClassName.get(RUNTIME, "MemberProgram");
    static final ClassName NEXT_STATE = ClassName.get(RUNTIME, "NextState");
    static final ClassName PHASES = ClassName.get(RUNTIME, "Phases");
    static final ClassName PLACE = ClassName.get(RUNTIME, "Place");
    static final ClassName PROMPT = ClassName.get(RUNTIME, "Prompt");
    static final ClassName PROTOCOL_SPEC = ClassName.get(RUNTIME, "ProtocolSpec");
    static final ClassName QUORUM = ClassName.get(RUNTIME, "Quorum");
    static final ClassName OUTCOME = QUORUM.nestedClass("Outcome");
    static final ClassName REACTOR = ClassName.get(RUNTIME, "Reactor");
    static final ClassName RESUMPTION = ClassName.get(RUNTIME, "Resumption");
    static final ClassName ROLE_PROGRAM = ClassName.get(RUNTIME, "RoleProgram");
    static final ClassName SEAT = ClassName.get(RUNTIME, "Seat");
    static final ClassName SEAT_AT = SEAT.nestedClass("At");
    static final ClassName SESSION = ClassName.get(RUNTIME, "Session");
    static final ClassName SESSION_CANCELLED_EXCEPTION = ClassName.get(RUNTIME, "SessionCancelledException");
    static final ClassName SESSION_CLOSED_EXCEPTION = ClassName.get(RUNTIME, "SessionClosedException");
    static final ClassName SESSION_OPTIONS = ClassName.get(RUNTIME, "SessionOptions");
    static final ClassName SESSION_RUNNER = ClassName.get(RUNTIME, "SessionRunner");
    static final ClassName SESSION_STATUS = ClassName.get(RUNTIME, "SessionStatus");
    static final ClassName TIMED_ENDPOINT = ClassName.get(RUNTIME, "TimedEndpoint");
    static final ClassName TURNS = ClassName.get(RUNTIME, "Turns");
    static final ClassName IN_LANE = ClassName.get(BUFFER, "InLane");
    static final ClassName OUT_LANE = ClassName.get(BUFFER, "OutLane");

    static final ClassName GENERATED = ClassName.get("javax.annotation.processing", "Generated");
    static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");
    static final ClassName NULL_UNMARKED = ClassName.get("org.jspecify.annotations", "NullUnmarked");

    private RuntimeTypes() {}
}
