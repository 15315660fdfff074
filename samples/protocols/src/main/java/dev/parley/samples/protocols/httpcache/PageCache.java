package dev.parley.samples.protocols.httpcache;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Plays {@link HttpCache.Cache}. For one session at a time; what it keeps is there for the next. */
final class PageCache {

    private final LongSupplier clock;
    private final Map<String, Entry> entries = new HashMap<>();

    private record Entry(String body, String tag, long since, long freshUntil) {}

    /**
     * Creates an empty cache.
     *
     * @param clock tells the time in nanoseconds, since whenever
     */
    PageCache(LongSupplier clock) {
        this.clock = clock;
    }

    /** Plays the role. */
    void serve(HttpCacheCache.Requests start) {
        HttpCacheCache.Requests.Received received = start.receive();
        while (received instanceof HttpCacheCache.Get get) {
            received = answer(get).receive();
        }
        ((HttpCacheCache.Bye) received).bye();
    }

    private HttpCacheCache.Requests answer(HttpCacheCache.Get get) {
        String path = get.path();
        Entry entry = entries.get(path);
        long now = clock.getAsLong();
        if (entry == null) {
            return fetched(path, get.get(path).receive());
        } else if (now < entry.freshUntil) {
            return get.hit(entry.body, TimeUnit.NANOSECONDS.toSeconds(now - entry.since));
        }
        return validated(path, entry, get.getIfNoneMatch(path, entry.tag).receive());
    }

    private HttpCacheCache.Requests fetched(String path, HttpCacheCache.Fetch.Received answer) {
        return answer.match(ok -> keep(path, ok), notFound -> drop(path, notFound));
    }

    private HttpCacheCache.Requests validated(String path, Entry entry, HttpCacheCache.Validation.Received answer) {
        return answer.match(
                notModified -> {
                    put(path, entry.body, entry.tag, notModified.maxAge());
                    return notModified.page(entry.body);
                },
                ok -> keep(path, ok),
                notFound -> drop(path, notFound));
    }

    private HttpCacheCache.Requests keep(String path, HttpCacheCache.Ok ok) {
        put(path, ok.body(), ok.tag(), ok.maxAge());
        return ok.page(ok.body());
    }

    private void put(String path, String body, String tag, long maxAge) {
        long now = clock.getAsLong();
        entries.put(path, new Entry(body, tag, now, now + TimeUnit.SECONDS.toNanos(maxAge)));
    }

    private HttpCacheCache.Requests drop(String path, HttpCacheCache.NotFound notFound) {
        entries.remove(path);
        return notFound.notFound();
    }
}
