package dev.parley.maven.scribble.syntax;

import dev.parley.maven.scribble.grammar.ScribbleParser.AnnotationContext;
import dev.parley.maven.scribble.grammar.ScribbleParser.ArgumentContext;
import dev.parley.maven.scribble.grammar.ScribbleParser.CallsContext;
import dev.parley.maven.scribble.grammar.ScribbleParser.ChoiceContext;
import dev.parley.maven.scribble.grammar.ScribbleParser.CombineContext;
import dev.parley.maven.scribble.grammar.ScribbleParser.ConnectContext;
import dev.parley.maven.scribble.grammar.ScribbleParser.ContinueContext;
import dev.parley.maven.scribble.grammar.ScribbleParser.DoContext;
import dev.parley.maven.scribble.grammar.ScribbleParser.InterruptibleContext;
import dev.parley.maven.scribble.grammar.ScribbleParser.MessageContext;
import dev.parley.maven.scribble.grammar.ScribbleParser.ParallelContext;
import dev.parley.maven.scribble.grammar.ScribbleParser.PayloadContext;
import dev.parley.maven.scribble.grammar.ScribbleParser.QualifiedNameContext;
import dev.parley.maven.scribble.grammar.ScribbleParser.RecursionContext;
import dev.parley.maven.scribble.grammar.ScribbleParser.SignatureContext;
import dev.parley.maven.scribble.grammar.ScribbleParser.StatementContext;
import dev.parley.maven.scribble.grammar.ScribbleParser.TransferContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Turns the parse trees of statements into interactions. */
final class StatementBuilder {

    /** The message of a connection that is opened without one. */
    private static final String CONNECT = "connect";

    private final ModuleBuilder module;
    private final CommonTokenStream tokens;
    private final boolean crashes;

    StatementBuilder(ModuleBuilder module, CommonTokenStream tokens, boolean crashes) {
        this.module = module;
        this.tokens = tokens;
        this.crashes = crashes;
    }

    Interaction interaction(StatementContext context) {
        Place place = module.place(context.getStart());
        Object outer = module.enter(context, place);
        Interaction interaction = interaction(context, place);
        module.leave(outer);
        return interaction;
    }

    private Interaction interaction(StatementContext context, Place place) {
        if (context instanceof TransferContext transfer) {
            return transfer(transfer, place);
        } else if (context instanceof ConnectContext connect) {
            Message message = connect.message() == null
                    ? new Message.Signature(place, CONNECT, List.of())
                    : message(connect.message());
            return new Interaction.Transfer(
                    place, message, module.name(connect.sender), List.of(module.name(connect.receiver)));
        } else if (context instanceof ChoiceContext choice) {
            return new Interaction.Choice(
                    place,
                    module.name(choice.name()),
                    choice.body().stream().map(module::body).toList());
        } else if (context instanceof RecursionContext recursion) {
            noteUnchecked(place, recursion.state());
            return new Interaction.Recursion(place, module.name(recursion.name()), module.body(recursion.body()));
        } else if (context instanceof ContinueContext jump) {
            noteUnchecked(place, jump.state());
            return new Interaction.Continue(place, module.name(jump.name()));
        } else if (context instanceof DoContext run) {
            note(place, run.annotation());
            return new Interaction.Do(
                    place,
                    module.qualified(run.qualifiedName()),
                    run.arguments() == null
                            ? List.of()
                            : run.arguments().argument().stream()
                                    .map(this::argument)
                                    .toList(),
                    run.roleArguments() == null
                            ? List.of()
                            : run.roleArguments().name().stream()
                                    .map(module::name)
                                    .toList());
        }
        return new Interaction.Inexpressible(place, reason(context));
    }

    private Interaction transfer(TransferContext transfer, Place place) {
        note(place, transfer.annotation());
        Message message = message(transfer.message());
        if (crashes && transfer.message().getText().equals("crash")) {
            return new Interaction.Inexpressible(
                    place,
                    "a crash branch of nuscr, and Parley has no alternatives for a role that has crashed yet: there, "
                            + "a crash cancels the session for all");
        }
        Stream.ofNullable(transfer.message().signature())
                .flatMap(signature -> signature.payload().stream())
                .forEach(payload -> noteUnchecked(place, payload.refinement()));
        return new Interaction.Transfer(
                place,
                message,
                module.name(transfer.sender),
                transfer.receivers().name().stream().map(module::name).toList());
    }

    private static String reason(StatementContext context) {
        if (context instanceof ParallelContext) {
            return "par runs its branches concurrently, and Parley has no parallel blocks yet";
        } else if (context instanceof InterruptibleContext) {
            return "interruptible ends its body at any time from outside, and Parley has no interrupts: "
                    + "make the interrupt an alternative of each choice that it may cut short";
        } else if (context instanceof CombineContext) {
            return "continue … with … combines protocols, and Parley has nothing of the kind";
        } else if (context instanceof CallsContext) {
            return "calls starts a session of a nested protocol with participants of its own, and Parley has no "
                    + "steps that include another protocol yet";
        }
        return "wrap changes a connection under way (to TLS, mostly), and Parley leaves connections to the transport: "
                + "choose an encrypted transport for the whole session and remove the statement";
    }

    private Message message(MessageContext context) {
        return message(context.signature(), context.qualifiedName());
    }

    private Message argument(ArgumentContext context) {
        return message(context.signature(), context.qualifiedName());
    }

    private Message message(@Nullable SignatureContext signature, @Nullable QualifiedNameContext name) {
        if (signature != null) {
            return new Message.Signature(
                    module.place(signature.getStart()),
                    signature.name() == null ? "" : signature.name().getText(),
                    signature.payload().stream().map(this::payload).toList());
        } else if (name != null) {
            return new Message.Named(module.qualified(name));
        }
        throw new IllegalStateException("neither a signature nor a name");
    }

    private Payload payload(PayloadContext context) {
        return new Payload(
                Optional.ofNullable(context.variable).map(module::name),
                module.qualified(context.type),
                Optional.ofNullable(context.role_).map(module::name),
                Optional.ofNullable(context.refinement()).map(this::text));
    }

    private void note(Place place, @Nullable AnnotationContext annotation) {
        if (annotation != null) {
            place.addComment(List.of(annotation.getText()));
        }
    }

    /** A condition on values only forbids runs: without it the protocol is the same, and the user has to keep it. */
    private void noteUnchecked(Place place, @Nullable ParserRuleContext condition) {
        if (condition != null) {
            place.addComment(List.of("not checked by Parley: " + text(condition)));
            module.note(
                    condition.getStart(),
                    "the refinement " + text(condition)
                            + " is kept as a comment: Parley checks which messages flow, not their values");
        }
    }

    private String text(ParserRuleContext context) {
        StringBuilder text = new StringBuilder();
        int end = -1;
        for (int i = context.getStart().getTokenIndex(); i <= context.getStop().getTokenIndex(); i++) {
            if (tokens.get(i).getChannel() == 0) {
                if (end >= 0 && tokens.get(i).getStartIndex() > end + 1) {
                    text.append(' ');
                }
                text.append(tokens.get(i).getText());
                end = tokens.get(i).getStopIndex();
            }
        }
        return text.toString();
    }
}
