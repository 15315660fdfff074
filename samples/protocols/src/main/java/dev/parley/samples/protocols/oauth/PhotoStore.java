package dev.parley.samples.protocols.oauth;

import java.util.Map;

/** Plays {@link OAuth.Resource}: keeps photos, and gives them to whom their owner has let in. Safe for use by many threads. */
public final class PhotoStore {

    private final Map<String, String> photos;

    /**
     * Creates a store.
     *
     * @param photos what is kept, by the owner's name, a slash, and the scope that it belongs to
     */
    public PhotoStore(Map<String, String> photos) {
        this.photos = Map.copyOf(photos);
    }

    /** Plays the role. */
    void serve(OAuthResource.Reading start) {
        if (start.receive() instanceof OAuthResource.Read read) {
            OAuthResource.Introspection.Received worth =
                    read.introspect(read.token()).receive();
            if (worth instanceof OAuthResource.Active active) {
                active.content(photos.getOrDefault(active.user() + "/" + active.scope(), "nothing"));
            } else if (worth instanceof OAuthResource.Inactive inactive) {
                inactive.unauthorized();
            }
        }
    }
}
