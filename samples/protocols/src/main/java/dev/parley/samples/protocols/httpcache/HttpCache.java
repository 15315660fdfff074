package dev.parley.samples.protocols.httpcache;

import dev.parley.annotation.Choice;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

/**
 * Client gets pages through Cache, which answers from what it has while that is fresh, asks Origin whether it is still good when it is not,
 * and fetches what it does not have (RFC 9111, sections 4.2 and 4.3; RFC 9110, section 13).
 */
@Protocol
public interface HttpCache {

    /** Wants pages. */
    @Role
    interface Client {}

    /** Keeps pages. */
    @Role
    interface Cache {}

    /** Has all pages. */
    @Role
    interface Origin {}

    /** First the requests. */
    Requests requests();

    /** Client wants a page, or no more. */
    @Choice(at = Client.class)
    interface Requests {

        /** Client wants the page at a path. */
        @Message(from = Client.class, to = Cache.class)
        Lookup get(String path);

        /** Client wants no more. */
        @Message(from = Client.class, to = Cache.class)
        Farewell bye();
    }

    /** Cache looks for the page. */
    @Choice(at = Cache.class)
    interface Lookup {

        /** Cache has it, so many seconds old. */
        @Message(from = Cache.class, to = Client.class)
        Requests hit(String body, long age);

        /** Cache has none. */
        @Message(from = Cache.class, to = Origin.class)
        Fetch get(String path);

        /** Cache has one that may be out of date, with this tag. */
        @Message(from = Cache.class, to = Origin.class)
        Validation getIfNoneMatch(String path, String tag);
    }

    /** Origin answers a request. */
    @Choice(at = Origin.class)
    interface Fetch {

        /** Origin gives the page, its tag, and for how many seconds it is fresh. */
        @Message(from = Origin.class, to = Cache.class)
        Delivery ok(String body, String tag, long maxAge);

        /** There is no such page. */
        @Message(from = Origin.class, to = Cache.class)
        Absence notFound();
    }

    /** Origin answers a request with a tag. */
    @Choice(at = Origin.class)
    interface Validation {

        /** The page with that tag is still good, and fresh for so many seconds. */
        @Message(from = Origin.class, to = Cache.class)
        Delivery notModified(long maxAge);

        /** It is not: this is the new one. */
        @Message(from = Origin.class, to = Cache.class)
        Delivery ok(String body, String tag, long maxAge);

        /** There is no such page any more. */
        @Message(from = Origin.class, to = Cache.class)
        Absence notFound();
    }

    /** Client gets the page. */
    interface Delivery {

        /** Cache passes it on. */
        @Message(from = Cache.class, to = Client.class)
        Requests page(String body);
    }

    /** Client gets no page. */
    interface Absence {

        /** Cache passes that on. */
        @Message(from = Cache.class, to = Client.class)
        Requests notFound();
    }

    /** Origin is not needed any more. */
    interface Farewell {

        /** Cache says so. */
        @Message(from = Cache.class, to = Origin.class)
        void bye();
    }
}
