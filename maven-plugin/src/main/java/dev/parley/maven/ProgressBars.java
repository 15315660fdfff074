package dev.parley.maven;

import dev.parley.maven.simulate.Progress;
import java.io.Console;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Shows progress in a terminal. Work that is done within the first update shows nothing that stays. */
final class ProgressBars implements Progress.Factory {

    /** Returns progress bars for whoever sits before a terminal, and nothing for logs. */
    static Progress.Factory of(boolean interactive) {
        return interactive && isTerminal() ? new ProgressBars() : (work, most) -> Progress.NONE;
    }

    /** Since Java 22 there is a console without a terminal, too, which says so itself. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    @Override
    public Progress start(String work, long most) {
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(work)
                .setInitialMax(most)
                .clearDisplayOnFinish()
                .build();
        return new Progress() {
            @Override
            public void reached(long done) {
                bar.stepTo(done);
            }

            @Override
            public void close() {
                bar.close();
            }
        };
    }
}
