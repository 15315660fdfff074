package dev.parley.maven.scribble.syntax;

import dev.parley.maven.scribble.grammar.ScribbleParser.BodyContext;
import dev.parley.maven.scribble.grammar.ScribbleParser.DisconnectContext;
import dev.parley.maven.scribble.grammar.ScribbleParser.ImportDeclarationContext;
import dev.parley.maven.scribble.grammar.ScribbleParser.ImportMemberContext;
import dev.parley.maven.scribble.grammar.ScribbleParser.ImportModuleContext;
import dev.parley.maven.scribble.grammar.ScribbleParser.LocalProtocolContext;
import dev.parley.maven.scribble.grammar.ScribbleParser.ModuleContext;
import dev.parley.maven.scribble.grammar.ScribbleParser.NameContext;
import dev.parley.maven.scribble.grammar.ScribbleParser.ProtocolDeclarationContext;
import dev.parley.maven.scribble.grammar.ScribbleParser.QualifiedNameContext;
import dev.parley.maven.scribble.grammar.ScribbleParser.StatementContext;
import dev.parley.maven.scribble.grammar.ScribbleParser.TypeDeclarationContext;
import dev.parley.maven.scribble.syntax.ScribbleModule.Import;
import dev.parley.maven.scribble.syntax.ScribbleModule.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Turns a parse tree without errors into a module. */
final class ModuleBuilder {

    private final String file;
    private final Language language;
    private final CommentAttachment comments;
    private final List<Problem> problems;
    private final StatementBuilder statements;
    private final List<GlobalProtocol> protocols = new ArrayList<>();

    ModuleBuilder(
            String file,
            Language language,
            CommonTokenStream tokens,
            CommentAttachment comments,
            List<Problem> problems) {
        this.file = file;
        this.language = language;
        this.comments = comments;
        this.problems = problems;
        boolean crashes = tokens.getTokens().stream()
                .anyMatch(token ->
                        token.getText().startsWith("(*#") && token.getText().contains("ErrorHandlingCrashBranch"));
        this.statements = new StatementBuilder(this, tokens, crashes);
    }

    ScribbleModule module(ModuleContext context) {
        Optional<Name> name = Optional.ofNullable(context.moduleDeclaration())
                .map(declaration -> qualified(declaration.qualifiedName()));
        if (name.isEmpty() && language == Language.SCRIBBLE) {
            problems.add(Problem.note(new Place(file, 1, 1), "a Scribble file starts with a module declaration"));
        }
        context.protocolDeclaration().forEach(this::protocol);
        context.localProtocol().forEach(this::local);
        return new ScribbleModule(
                file,
                language,
                name,
                context.importDeclaration().stream().map(this::imported).toList(),
                context.typeDeclaration().stream().map(this::type).toList(),
                protocols);
    }

    private Import imported(ImportDeclarationContext context) {
        if (context instanceof ImportMemberContext member) {
            String name = member.name(0).getText();
            return new Import(
                    qualified(member.qualifiedName()),
                    Optional.of(name),
                    member.AS() == null ? name : member.name(1).getText());
        }
        ImportModuleContext module = (ImportModuleContext) context;
        Name name = qualified(module.qualifiedName());
        return new Import(
                name,
                Optional.empty(),
                module.AS() == null ? name.text() : module.name().getText());
    }

    private TypeDeclaration type(TypeDeclarationContext context) {
        return new TypeDeclaration(
                place(context.getStart()),
                context.SIG() != null,
                context.schema.getText(),
                unquoted(context.external.getText()),
                unquoted(context.source.getText()),
                context.alias.getText());
    }

    private void protocol(ProtocolDeclarationContext context) {
        Place place = place(context.getStart());
        Object outer = comments.enter(context, place);
        List<Name> parameters = Optional.ofNullable(context.parameters()).stream()
                .flatMap(list -> list.parameter().stream())
                .map(parameter -> name(parameter.name()))
                .toList();
        List<Name> roles =
                context.roles().role().stream().map(role -> name(role.name())).toList();
        Body body = body(context.body());
        comments.leave(outer);
        boolean auxiliary = context.AUX() != null || context.NESTED() != null;
        protocols.add(new GlobalProtocol(place, context.name().getText(), auxiliary, parameters, roles, body));
    }

    private void local(LocalProtocolContext context) {
        problems.add(Problem.refusal(
                place(context.getStart()),
                "the local protocol " + context.name().getText()
                        + " is not imported: Parley computes what each role does from the global protocol"));
    }

    Body body(BodyContext context) {
        Object outer = comments.enter(context, null);
        context.protocolDeclaration().forEach(this::protocol);
        List<Interaction> interactions = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        for (StatementContext statement : context.statement()) {
            if (statement instanceof DisconnectContext disconnect) {
                remarks.add(disconnected(disconnect));
            } else {
                interactions.add(statements.interaction(statement));
            }
            if (!interactions.isEmpty()) {
                interactions.get(interactions.size() - 1).place().addComment(remarks);
                remarks.clear();
            }
        }
        comments.leave(outer);
        return new Body(place(context.getStart()), interactions);
    }

    private String disconnected(DisconnectContext context) {
        String statement = "disconnect " + context.first.getText() + " and " + context.second.getText();
        note(
                context.getStart(),
                statement + " is kept as a comment: in Parley, what connects two roles lasts as long as the session");
        return statement;
    }

    void note(Token token, String text) {
        problems.add(Problem.note(place(token), text));
    }

    Object enter(ParserRuleContext context, @Nullable Place place) {
        return comments.enter(context, place);
    }

    void leave(Object outer) {
        comments.leave(outer);
    }

    Name name(NameContext context) {
        return new Name(context.getText(), place(context.getStart()));
    }

    Name qualified(QualifiedNameContext context) {
        return new Name(context.getText(), place(context.getStart()));
    }

    Place place(Token token) {
        return new Place(file, token.getLine(), token.getCharPositionInLine() + 1);
    }

    private static String unquoted(String text) {
        return text.substring(1, text.length() - 1);
    }
}
