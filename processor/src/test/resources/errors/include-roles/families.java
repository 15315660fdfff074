import dev.parley.annotation.*;

@Protocol
interface Party {
    @Role interface Host {}
    @Role @Family(min = 0) interface Guest {}

    @Message(from = Host.class, to = Guest.class) void invite();
    @Include(
            value = Talk.class,
            roles = {@Bind(role = Talk.One.class, to = Host.class), @Bind(role = Talk.Other.class, to = Guest.class)})
//                                                                  ^ error: [include-roles] Other of Talk is one participant, and Guest, who is to play it, is a family
// | hint: include Talk in a block that is run for each member: @ForEach(Guest.class)
    void talk();
    @Include(
            value = Poll.class,
            roles = {@Bind(role = Poll.Chair.class, to = Host.class), @Bind(role = Poll.Voter.class, to = Guest.class)})
//                                                                    ^ error: [include-roles] Voter of Poll has at least 2 members, and Guest, who is to play it, may have only 0
// | hint: declare Guest with @Family(min = 2)
    void poll();
    Each each();

    @ForEach(Guest.class)
    interface Each {
        @Include(
                value = Poll.class,
                roles = {@Bind(role = Poll.Chair.class, to = Host.class), @Bind(role = Poll.Voter.class, to = Guest.class)})
//                                                                        ^ error: [include-roles] Voter of Poll is a family, and Guest, who is to play it, is one member of a family here
// | hint: bind it to a family, outside blocks that are run for each member
        void pollOne();
        @Include(
                value = Talk.class,
                roles = {@Bind(role = Talk.One.class, to = Host.class), @Bind(role = Talk.Other.class, to = Guest.class)})
        void talkToOne();
    }
}

@Protocol
interface Couple {
    @Role interface Husband {}
    @Role interface Wife {}

    @Message(from = Husband.class, to = Wife.class) void hello();
    @Include(
            value = Poll.class,
            roles = {@Bind(role = Poll.Chair.class, to = Husband.class), @Bind(role = Poll.Voter.class, to = Wife.class)})
//                                                                       ^ error: [include-roles] Voter of Poll is a family, and Wife, who is to play it, is one participant
// | hint: bind it to a family
    void poll();
}

@Protocol
interface Talk {
    @Role interface One {}
    @Role interface Other {}

    @Message(from = One.class, to = Other.class) void hello();
}

@Protocol
interface Poll {
    @Role interface Chair {}
    @Role @Family(min = 2) interface Voter {}

    @Message(from = Chair.class, to = Voter.class) void question(String text);
    @Message(from = Voter.class, to = Chair.class) void answer(boolean yes);
}
