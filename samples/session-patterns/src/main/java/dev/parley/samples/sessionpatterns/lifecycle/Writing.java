package dev.parley.samples.sessionpatterns.lifecycle;

import dev.parley.runtime.RoleProgram;
import dev.parley.runtime.SessionOptions;
import java.util.List;

/** Works on a text, by {@link Lifecycle}. */
public final class Writing {

    private Writing() {}

    /** Has a poem written by two authors, the second while the first has a rest. */
    public static void show() {
        TextKeeper keeper = new TextKeeper();
        run(SessionOptions.defaults(), keeper, first -> {
            if (first.open("poem").receive() instanceof LifecycleAuthor.Opened opened) {
                LifecycleAuthor.Return rest =
                        opened.append("Roses are red,").suspend().receive();
                run(
                        SessionOptions.defaults(),
                        keeper,
                        second -> System.out.println("the second author added "
                                + write(second, "poem", List.of("violets are blue,")) + " line"));
                if (rest.resume().receive() instanceof LifecycleAuthor.Opened again) {
                    int lines = again.append("types keep their promise,")
                            .append("protocols do too.")
                            .close()
                            .receive()
                            .lines();
                    System.out.println("the first author added " + lines + " lines");
                }
            }
        });
        System.out.println(keeper.text("poem"));
    }

    /** Runs a session with an author of one's own. */
    static <X extends Exception> void run(
            SessionOptions options, TextKeeper keeper, RoleProgram<LifecycleAuthor.Start, X> author) throws X {
        LifecycleSession.run(options, author, keeper::serve);
    }

    /**
     * Adds lines, with an interruption after each.
     *
     * @return how many were added, or -1 if somebody else worked on the text when the author came, or came back
     */
    static int write(LifecycleAuthor.Start start, String name, List<String> lines) {
        LifecycleAuthor.Opening.Received opening = start.open(name).receive();
        for (String line : lines) {
            if (opening instanceof LifecycleAuthor.Opened opened) {
                opening = opened.append(line).suspend().receive().resume().receive();
            } else {
                return -1;
            }
        }
        return opening.match(opened -> opened.close().receive().lines(), locked -> -1);
    }
}
