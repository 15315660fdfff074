package dev.parley.samples.managed.agents;

import dev.parley.annotation.Choice;
import dev.parley.annotation.Message;
import dev.parley.annotation.Phase;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

/** A change is designed, built and reviewed; what the reviewer does not like is built again. */
@Protocol
public interface Delivery {
    @Role
    interface Lead {}

    @Role
    interface Architect {}

    @Role
    interface Builder {}

    @Role
    interface Reviewer {}

    @Phase("design")
    Design design();

    Build build();

    interface Design {
        @Message(from = Lead.class, to = Architect.class)
        void wish(String text);

        @Message(from = Architect.class, to = Builder.class)
        void plan(String text);
    }

    @Phase("build")
    interface Build {
        @Message(from = Builder.class, to = Reviewer.class)
        Review change(String text);
    }

    @Phase("review")
    @Choice(at = Reviewer.class)
    interface Review {
        @Message(
                from = Reviewer.class,
                to = {Builder.class, Lead.class})
        void accepted();

        @Message(
                from = Reviewer.class,
                to = {Builder.class, Lead.class})
        Build rejected(String why);
    }
}
