import dev.parley.annotation.Choice;
import dev.parley.annotation.End;
import dev.parley.annotation.Family;
import dev.parley.annotation.ForEach;
import dev.parley.annotation.Message;
import dev.parley.annotation.Parallel;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Quorum;
import dev.parley.annotation.Role;

@Protocol
interface Party {
    @Role interface Host {}
    @Role @Family interface Guest {}

    @Message(from = Host.class, to = Guest.class) void welcome();
    All all();
    @Message(from = Host.class, to = Guest.class) void goodNight();

    @Parallel
    interface All {
        @Message(from = Host.class, to = Guest.class) void music();
        Dinner dinner();
        Game game();
    }

    @ForEach(Guest.class)
    @Choice(at = Guest.class)
    interface Dinner {
        @Message(from = Guest.class, to = Host.class) void eat();
        @Message(from = Guest.class, to = Host.class) End goHome();
//                                                        ^ error: [parallel-left] goHome lets a member of Guest leave from within the branch dinner, while other branches are still going on
// | hint: let the branch come to its end with void, and let what follows the parallel block do this
    }

    interface Game {
        @Message(from = Host.class, to = Guest.class) void ask(String question);
        @Message(from = Guest.class, to = Host.class) @Quorum void answer(String answer);
//                                                                 ^ error: [parallel-left] answer lets a member of Guest leave from within the branch game, while other branches are still going on
// | hint: let the branch come to its end with void, and let what follows the parallel block do this
    }
}
