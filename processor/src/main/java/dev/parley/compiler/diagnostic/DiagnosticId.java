package dev.parley.compiler.diagnostic;

import java.util.Locale;

/**
 * The catalogue of all that the compiler may find wrong. The {@linkplain #code() code} of an entry never changes once
 * released; {@code docs/errors} has a page named after each.
 */
public enum DiagnosticId {
    /** The protocol is not an interface that generated code can stand beside: a class, generic, private, sealed, or extending. */
    PROTOCOL_SHAPE,
    /** Roles, messages, choices or edges are declared outside any protocol. */
    PROTOCOL_MISSING,
    /** The protocol interface or a block has a member that no protocol may have. */
    PROTOCOL_MEMBER,
    /** The protocol, with its blocks expanded, or one role's machine, is larger than can be compiled. */
    PROTOCOL_SIZE,
    /** A block has no step. */
    BLOCK_EMPTY,
    /** A block is not reached from any step. */
    BLOCK_UNUSED(Severity.WARNING),
    /** A role is not an empty, non-generic interface nested in the protocol. */
    ROLE_SHAPE,
    /** A type is named as a role that is no role of this protocol. */
    ROLE_UNDECLARED,
    /** A role neither sends nor receives. */
    ROLE_UNUSED,
    /** A role's or a block's name cannot be turned into the names of generated types. */
    NAME_CLASH,
    /** A method is neither a message nor a step to a block. */
    STEP_SHAPE,
    /** A step returns a type that is not a block of this protocol. */
    STEP_RETURN,
    /** A step cannot be reached. */
    STEP_UNREACHABLE,
    /** A message has no receiver, or one receiver twice. */
    MESSAGE_RECEIVERS,
    /** A role sends a message to itself. */
    MESSAGE_SELF,
    /** A label is not a Java identifier. */
    MESSAGE_LABEL,
    /** A payload type cannot be named by generated code. */
    PAYLOAD_TYPE,
    /** A protocol was read from class files that do not tell the names of parameters. */
    PARAMETER_NAMES(Severity.WARNING),
    /** An alternative of a choice does not start with a message sent by the role that chooses. */
    CHOICE_SENDER,
    /** Two alternatives of a choice start with the same label. */
    CHOICE_LABEL,
    /** A family is to have fewer than no members. */
    FAMILY_SIZE,
    /** An annotation that is about a family names a role that is none. */
    FAMILY_EXPECTED,
    /** The members of a family are to choose together. */
    FAMILY_CHOICE,
    /** A block for each member of a family concerns another family, or lies within another such block. */
    FAMILY_NESTED,
    /** A block for each member of a family goes back to a block that was entered outside it. */
    FOR_EACH_LEFT,
    /** A block for each member of a family cannot come to its end for any of them. */
    FOR_EACH_ENDLESS,
    /** A block is run for the members of a family that have not left, and nobody who begins it knows which. */
    FOR_EACH_UNAWARE,
    /** A role may gather a message from a family or do something else, and cannot know which. */
    GATHER_ALTERNATIVE,
    /** A message that is not gathered from a family is to be decided on before all have sent it. */
    QUORUM_MISPLACED,
    /** A member of a family sends on, though it may have been left behind. */
    QUORUM_LATE,
    /** Members are to join a family where only some are, or where the run cannot be said to be. */
    ADMISSION_PLACE,
    /** Members are to join a family where no single role is there to take them in. */
    ADMISSION_COORDINATOR,
    /** Members that join a family later meet a role that knows nothing of them. */
    ADMISSION_OTHERS,
    /** A role is to take members in at a block, and cannot know that the run has come there. */
    ADMISSION_UNAWARE,
    /** Members that join a family cannot know what to do. */
    ADMISSION_STATE,
    /** A crash alternative is not in a choice of the role that crashes, or has no other alternative beside it. */
    CRASH_PLACE,
    /** Two alternatives of a choice meet the same crash. */
    CRASH_TWICE,
    /** A role would have to act after it has crashed. */
    CRASH_ACTS,
    /** The text of a timeout is no duration. */
    TIMEOUT_DURATION,
    /** A timeout is on something else than an alternative of a choice that is a message without payload. */
    TIMEOUT_PLACE,
    /** Two alternatives of a choice have a timeout. */
    TIMEOUT_TWICE,
    /** A recursion that is not the last thing its block does. */
    RECURSION_NOT_TAIL,
    /** A recursion without a message on the way. */
    RECURSION_UNGUARDED,
    /** A parallel block has fewer than two branches. */
    PARALLEL_SINGLE(Severity.WARNING),
    /** A branch of a parallel block ends the session or goes back to a block that was entered outside it. */
    PARALLEL_LEFT,
    /** A branch of a parallel block cannot come to its end. */
    PARALLEL_ENDLESS,
    /** A role cannot know that a parallel block begins, or that its branch of one is over. */
    PARALLEL_UNAWARE,
    /** What is included is no protocol, or one that cannot be read. */
    INCLUDE_PROTOCOL,
    /** The roles of an included protocol are not bound one to one. */
    INCLUDE_ROLES,
    /** A payload hands over a seat that nobody could take, or that may be lost. */
    SEAT_TYPE,
    /** A role has to act differently in situations that look alike to it. */
    CHOICE_UNAWARE,
    /** A role can receive from two senders and cannot tell from the message which situation it is in. */
    RECEIVE_RACE,
    /** No path of the protocol comes to an end. */
    SESSION_ENDLESS(Severity.WARNING),
    /** A role may be left out for ever while others go on. */
    ROLE_STARVES(Severity.WARNING),
    /** An edge is configured that the protocol does not use, or one edge twice. */
    EDGE_PAIR,
    /** A number of an edge's configuration is out of range, or given where it has no meaning. */
    EDGE_CAPACITY,
    /** A lossy edge carries a message that must not be lost. */
    EDGE_LOSSY,
    /** A capability is not a namespace, a colon and a name. */
    GUARD_CAPABILITY,
    /** A guard says nothing, or something that cannot be meant. */
    GUARD_VALUE,
    /** A guard stands before a step that sends nothing. */
    GUARD_MISPLACED,
    /** A message has one guard or another, and its sender cannot know which. */
    GUARD_AMBIGUOUS,
    /** The name of a phase is no name, or looks like another one. */
    PHASE_NAME,
    /** A phase is marked where no message gets it. */
    PHASE_EMPTY;

    private final Severity severity;

    DiagnosticId() {
        this(Severity.ERROR);
    }

    DiagnosticId(Severity severity) {
        this.severity = severity;
    }

    /** Returns the stable code, such as {@code choice-sender}: the name of the page under {@code docs/errors}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Returns whether what is wrong changes the meaning of the protocol so much that nothing said of its runs can be
     * trusted: those checks then wait until it is mended.
     */
    public boolean obscuresRuns() {
        return switch (this) {
            case BLOCK_EMPTY,
                    ROLE_UNDECLARED,
                    MESSAGE_RECEIVERS,
                    MESSAGE_SELF,
                    CHOICE_SENDER,
                    CHOICE_LABEL,
                    FAMILY_EXPECTED,
                    FAMILY_CHOICE,
                    FAMILY_NESTED,
                    QUORUM_MISPLACED,
                    FOR_EACH_LEFT,
                    FOR_EACH_ENDLESS,
                    CRASH_PLACE,
                    CRASH_TWICE,
                    INCLUDE_PROTOCOL,
                    INCLUDE_ROLES,
                    RECURSION_NOT_TAIL,
                    RECURSION_UNGUARDED,
                    PARALLEL_LEFT,
                    PARALLEL_ENDLESS -> true;
            default -> false;
        };
    }

    /** Returns whether nothing that could be generated for such a protocol would compile. */
    public boolean isUnplayable() {
        return this == FAMILY_NESTED || this == FOR_EACH_ENDLESS;
    }

    /** Returns the weight of every diagnostic with this id. */
    public Severity severity() {
        return severity;
    }
}
