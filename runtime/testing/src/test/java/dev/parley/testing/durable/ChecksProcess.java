package dev.parley.testing.durable;

import dev.parley.runtime.SessionOptions;
import dev.parley.runtime.journal.FileJournal;
import dev.parley.runtime.journal.Journal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plays a session of {@link Checks} from where its journal ends, each branch in a thread of its own, and says what has been acknowledged: a
 * line after each step of a role or a branch, once the method of the step has returned. A line has the role or the branch, and the number
 * of steps that it has done in its round.
 */
final class ChecksProcess {

    private static final String WHAT = "the roof";
    private static final int EUROS = 250;

    private ChecksProcess() {}

    /**
     * Plays.
     *
     * @param arguments the journal's file, and the largest number if the site is not to close when it has ended its round
     */
    public static void main(String[] arguments) throws InterruptedException {
        boolean closes = Integer.parseInt(arguments[1]) < Integer.MAX_VALUE;
        try (Journal journal = FileJournal.open(Path.of(arguments[0]))) {
            ChecksSession session =
                    ChecksSession.reopen(SessionOptions.defaults().journal(journal));
            together(() -> site(session.resumeSite(), closes), () -> office(session.resumeOffice()));
            System.out.println("session " + session.status());
        }
    }

    private static void together(Runnable... programs) {
        List<Thread> threads = new ArrayList<>();
        for (Runnable each : programs) {
            threads.add(new Thread(each));
        }
        threads.forEach(Thread::start);
        for (Thread each : threads) {
            try {
                each.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void say(String who, int steps) {
        System.out.println(who + " ? " + steps);
    }

    /** A round takes a role three steps: it is opened, entered and left. */
    private static void site(ChecksSite.Resumed at, boolean closes) {
        Optional<ChecksSite.Next> next = at.match(
                start -> {
                    say("Site", 0);
                    return Optional.of(start);
                },
                both -> {
                    say("Site", 1);
                    return Optional.of(round(both));
                },
                both -> {
                    say("Site", 2);
                    ChecksSiteBothPhoto.Resumed photo = both.photo();
                    ChecksSiteBothBill.Resumed bill = both.bill();
                    together(() -> photo(photo), () -> bill(bill));
                    return Optional.of(left(both.join()));
                },
                ended -> {
                    say("Site", 1);
                    return Optional.empty();
                });
        while (next.isPresent() && !closes) {
            ChecksSite.Both both = next.get().open();
            say("Site", 1);
            next = Optional.of(round(both));
        }
        next.ifPresent(last -> {
            last.closed();
            say("Site", 1);
        });
    }

    private static ChecksSite.Next round(ChecksSite.Both entering) {
        ChecksSite.InBoth both = entering.fork();
        say("Site", 2);
        ChecksSiteBothPhoto.Resumed photo = both.photo();
        ChecksSiteBothBill.Resumed bill = both.bill();
        together(() -> photo(photo), () -> bill(bill));
        return left(both.join());
    }

    private static ChecksSite.Next left(ChecksSite.Next next) {
        say("Site", 0);
        return next;
    }

    /** A branch takes three steps: it is begun, then a message goes to the other side, and one comes back. */
    private static void photo(ChecksSiteBothPhoto.Resumed at) {
        at.match(
                start -> {
                    say("Site.photo", 1);
                    return shown(start.photo(WHAT));
                },
                ChecksProcess::shown,
                ChecksProcess::judged);
    }

    private static ChecksSiteBothPhoto.Good shown(ChecksSiteBothPhoto.Verdict verdict) {
        say("Site.photo", 2);
        return judged(verdict.receive());
    }

    private static ChecksSiteBothPhoto.Good judged(ChecksSiteBothPhoto.Good good) {
        check(good.what().equals(WHAT));
        say("Site.photo", 0);
        return good;
    }

    private static void bill(ChecksSiteBothBill.Resumed at) {
        at.match(
                start -> {
                    say("Site.bill", 1);
                    return pay(start.receive());
                },
                ChecksProcess::pay,
                ended -> {
                    say("Site.bill", 0);
                    return true;
                });
    }

    private static boolean pay(ChecksSiteBothBill.Bill bill) {
        say("Site.bill", 2);
        bill.paid(bill.euros());
        say("Site.bill", 0);
        return true;
    }

    private static void office(ChecksOffice.Resumed at) {
        Optional<ChecksOffice.Next> next = at.match(
                waiting -> {
                    say("Office", 0);
                    return Optional.of(waiting);
                },
                open -> Optional.of(round(open)),
                ChecksProcess::closed,
                both -> {
                    say("Office", 2);
                    ChecksOfficeBothPhoto.Resumed photo = both.photo();
                    ChecksOfficeBothBill.Resumed bill = both.bill();
                    together(() -> judge(photo), () -> charge(bill));
                    return Optional.of(left(both.join()));
                });
        while (next.isPresent()) {
            next = next.get().receive().match(open -> Optional.of(round(open)), ChecksProcess::closed);
        }
    }

    private static Optional<ChecksOffice.Next> closed(ChecksOffice.Closed closed) {
        say("Office", 1);
        return Optional.empty();
    }

    private static ChecksOffice.Next round(ChecksOffice.Open open) {
        say("Office", 1);
        ChecksOffice.InBoth both = open.fork();
        say("Office", 2);
        ChecksOfficeBothPhoto.Resumed photo = both.photo();
        ChecksOfficeBothBill.Resumed bill = both.bill();
        together(() -> judge(photo), () -> charge(bill));
        return left(both.join());
    }

    private static ChecksOffice.Next left(ChecksOffice.Next next) {
        say("Office", 0);
        return next;
    }

    private static void judge(ChecksOfficeBothPhoto.Resumed at) {
        at.match(
                start -> {
                    say("Office.photo", 1);
                    return answer(start.receive());
                },
                ChecksProcess::answer,
                ended -> {
                    say("Office.photo", 0);
                    return true;
                });
    }

    private static boolean answer(ChecksOfficeBothPhoto.Photo photo) {
        say("Office.photo", 2);
        photo.good(photo.what());
        say("Office.photo", 0);
        return true;
    }

    private static void charge(ChecksOfficeBothBill.Resumed at) {
        at.match(
                start -> {
                    say("Office.bill", 1);
                    return charged(start.bill(EUROS));
                },
                ChecksProcess::charged,
                ChecksProcess::paid);
    }

    private static ChecksOfficeBothBill.Paid charged(ChecksOfficeBothBill.Payment payment) {
        say("Office.bill", 2);
        return paid(payment.receive());
    }

    private static ChecksOfficeBothBill.Paid paid(ChecksOfficeBothBill.Paid paid) {
        check(paid.euros() == EUROS);
        say("Office.bill", 0);
        return paid;
    }

    private static void check(boolean holds) {
        if (!holds) {
            throw new IllegalStateException("A message has come with another value than it was sent with");
        }
    }
}
