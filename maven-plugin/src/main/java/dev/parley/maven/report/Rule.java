package dev.parley.maven.report;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import java.util.List;

/** What a protocol is held to, in the words of the report. */
enum Rule {
    FORM("The interface has the form of a protocol: roles, blocks and steps, and nothing that has no meaning there."),
    SIZE("The protocol, with its blocks expanded, is small enough to be looked at as a whole."),
    NAMES("Every generated type has a name of its own, and every label can be the name of a method."),
    PAYLOADS("Generated code can name the type of every payload."),
    BLOCKS("Every block has steps, and every block and step can be reached."),
    ROLES("Every role that is named is declared, and every role that is declared takes part."),
    RECEIVERS("Every message goes to one role or more, to none of them twice, and never to its sender."),
    CHOICES("Every alternative of a choice starts with a message of the role that chooses, each with its own label."),
    FAMILIES(
            "Members of a family act together or each for itself, and nobody depends on members that may not be there."),
    CRASHES(
            "What is done after a crash is done without the role that has crashed, and told by one alternative of its choice."),
    TIMEOUTS("What is sent when the time is up is one alternative of a choice, and has no payload."),
    RECURSION("Going back to a block is the last thing that is done in it, and never without a message on the way."),
    BRANCHES("Every branch of a parallel block comes to its end, and ends nothing else."),
    SENDS("What a role has to do next never depends on something that it cannot know."),
    RECEIVES("A role that may hear from two others can tell by the message which situation it is in."),
    ENDING("Some run of the protocol comes to an end."),
    STARVATION("No role waits for ever while the others go on without it."),
    EDGES("Every configured buffer is used, configured once, and has numbers that make sense."),
    LOSSES("A buffer that may lose messages carries only those whose loss changes nothing."),
    GUARDS("Every guard stands before a message, says something that makes sense, and is known to the sender."),
    PHASES("Every phase has a name of its own, and messages that belong to it.");

    private final String words;

    Rule(String words) {
        this.words = words;
    }

    /** Returns the rule in words. */
    String words() {
        return words;
    }

    /** Returns whether none of what was found breaks this rule. */
    boolean holds(List<Diagnostic> found) {
        return found.stream().noneMatch(diagnostic -> of(diagnostic.id()) == this);
    }

    /** Returns the rule that is broken where this was found. */
    static Rule of(DiagnosticId id) {
        return switch (id) {
            case PROTOCOL_SIZE -> SIZE;
            case NAME_CLASH, MESSAGE_LABEL -> NAMES;
            case PAYLOAD_TYPE, SEAT_TYPE -> PAYLOADS;
            case BLOCK_EMPTY, BLOCK_UNUSED, STEP_UNREACHABLE -> BLOCKS;
            case ROLE_UNDECLARED, ROLE_UNUSED, INCLUDE_PROTOCOL, INCLUDE_ROLES -> ROLES;
            case MESSAGE_RECEIVERS, MESSAGE_SELF -> RECEIVERS;
            case CHOICE_SENDER, CHOICE_LABEL -> CHOICES;
            case FAMILY_SIZE,
                    FAMILY_EXPECTED,
                    FAMILY_CHOICE,
                    FAMILY_NESTED,
                    FOR_EACH_LEFT,
                    FOR_EACH_ENDLESS,
                    FOR_EACH_UNAWARE,
                    GATHER_ALTERNATIVE,
                    QUORUM_MISPLACED,
                    QUORUM_LATE,
                    ADMISSION_PLACE,
                    ADMISSION_COORDINATOR,
                    ADMISSION_OTHERS,
                    ADMISSION_UNAWARE,
                    ADMISSION_STATE -> FAMILIES;
            case CRASH_PLACE, CRASH_TWICE, CRASH_ACTS -> CRASHES;
            case TIMEOUT_DURATION, TIMEOUT_PLACE, TIMEOUT_TWICE -> TIMEOUTS;
            case RECURSION_NOT_TAIL, RECURSION_UNGUARDED -> RECURSION;
            case PARALLEL_SINGLE, PARALLEL_LEFT, PARALLEL_ENDLESS -> BRANCHES;
            case PARALLEL_UNAWARE, CHOICE_UNAWARE -> SENDS;
            case RECEIVE_RACE -> RECEIVES;
            case SESSION_ENDLESS -> ENDING;
            case ROLE_STARVES -> STARVATION;
            case EDGE_PAIR, EDGE_CAPACITY -> EDGES;
            case EDGE_LOSSY -> LOSSES;
            case GUARD_CAPABILITY, GUARD_VALUE, GUARD_MISPLACED, GUARD_AMBIGUOUS -> GUARDS;
            case PHASE_NAME, PHASE_EMPTY -> PHASES;
            default -> FORM;
        };
    }
}
