package dev.parley.compiler.protocol;

import dev.parley.compiler.diagnostic.Origin;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A method of a block. */
public sealed interface Step {

    /** Returns the method's name. */
    String method();

    /** Returns what follows. */
    Continuation next();

    /** Returns what it is marked with. */
    Marks marks();

    /** Returns the method. */
    Origin origin();

    /** Returns the blocks that it runs, in this order. */
    default List<Reference> blocks() {
        Stream<Reference> included = this instanceof IncludeStep include ? include.block().stream() : Stream.empty();
        Stream<Reference> following =
                next() instanceof Continuation.Block named ? Stream.of(named.block()) : Stream.empty();
        return Stream.concat(included, following).toList();
    }

    /**
     * A message from one role to one or more others.
     *
     * @param method the method's name
     * @param label the message's label
     * @param from the sender
     * @param to the receivers, in the order in which it is sent to them
     * @param payload the method's parameters
     * @param varargs whether the last parameter is declared with an ellipsis
     * @param next what follows
     * @param marks what it is marked with
     * @param labelOrigin the annotation value that gives the label, or the method
     * @param origin the method
     */
    record MessageStep(
            String method,
            Label label,
            Reference from,
            List<Reference> to,
            List<Parameter> payload,
            boolean varargs,
            Continuation next,
            Marks marks,
            Origin labelOrigin,
            Origin origin)
            implements Step {

        /** Copies the lists. */
        public MessageStep {
            to = List.copyOf(to);
            payload = List.copyOf(payload);
        }

        /** Declares a message without marks. */
        public MessageStep(
                String method,
                Label label,
                Reference from,
                List<Reference> to,
                List<Parameter> payload,
                boolean varargs,
                Continuation next,
                Origin labelOrigin,
                Origin origin) {
            this(method, label, from, to, payload, varargs, next, Marks.NONE, labelOrigin, origin);
        }

        /** Returns this message in a phase, or in none. */
        public MessageStep inPhase(Optional<Phase> phase) {
            Marks inPhase = new Marks(phase, marks.guard(), marks.timeout(), marks.quorum());
            return new MessageStep(method, label, from, to, payload, varargs, next, inPhase, labelOrigin, origin);
        }

        /** Returns this message where its {@code End} ends an included protocol only, and what includes that goes on. */
        public MessageStep goingOn() {
            return new MessageStep(
                    method, label, from, to, payload, varargs, new Continuation.Next(), marks, labelOrigin, origin);
        }

        /** Returns the message as the theory sees it. */
        public Message message() {
            return new Message(label, payload.stream().map(Parameter::type).toList());
        }

        /** Returns the names of the payload's parameters. */
        public List<String> parameterNames() {
            return payload.stream().map(Parameter::name).toList();
        }
    }

    /**
     * A step without a message: on with a block.
     *
     * @param method the method's name
     * @param next what follows; never {@link Continuation.Next}
     * @param marks what it is marked with
     * @param origin the method
     */
    record CallStep(String method, Continuation.Block next, Marks marks, Origin origin) implements Step {

        /** Declares a step without marks. */
        public CallStep(String method, Continuation.Block next, Origin origin) {
            this(method, next, Marks.NONE, origin);
        }
    }

    /**
     * An alternative without a message: the role that should choose has crashed.
     *
     * @param method the method's name
     * @param role the role that has crashed
     * @param next what follows
     * @param marks what it is marked with
     * @param origin the method
     */
    record CrashStep(String method, Reference role, Continuation next, Marks marks, Origin origin) implements Step {}

    /**
     * A step that runs another protocol.
     *
     * @param method the method's name
     * @param protocol the other protocol's qualified name
     * @param bindings who plays its roles
     * @param block the block that it runs, once the other protocol's text is brought in
     * @param next what follows the other protocol
     * @param marks what it is marked with
     * @param origin the method
     */
    record IncludeStep(
            String method,
            Reference protocol,
            List<Binding> bindings,
            Optional<Reference> block,
            Continuation next,
            Marks marks,
            Origin origin)
            implements Step {

        /** Copies the bindings. */
        public IncludeStep {
            bindings = List.copyOf(bindings);
        }

        /** Declares a step that runs a protocol whose text is not brought in yet. */
        public IncludeStep(
                String method,
                Reference protocol,
                List<Binding> bindings,
                Continuation next,
                Marks marks,
                Origin origin) {
            this(method, protocol, bindings, Optional.empty(), next, marks, origin);
        }

        /** Returns this step as one that runs a block. */
        public IncludeStep running(Reference entered) {
            return new IncludeStep(method, protocol, bindings, Optional.of(entered), next, marks, origin);
        }
    }
}
