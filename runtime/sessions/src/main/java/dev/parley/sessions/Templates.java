package dev.parley.sessions;

import dev.parley.sessions.model.ManagedSession;
import dev.parley.sessions.model.ManagedSessionBuilder;
import dev.parley.sessions.model.NameInUseException;
import dev.parley.sessions.model.SessionKind;
import dev.parley.sessions.model.UnknownNameException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sessions by example: a template says what sessions are like, with gaps such as <code>${CUSTOMER}</code> in its texts, which the environment fills when a session
 * is made of it. Templates are known as long as their manager. Safe for use by many threads.
 */
public final class Templates {

    private static final Pattern GAP = Pattern.compile("\\$\\{([A-Za-z0-9_]+)}");

    private final SessionManager manager;
    private final ConcurrentMap<String, Template> templates = new ConcurrentHashMap<>();

    private record Template(SessionKind kind, UnaryOperator<ManagedSessionBuilder> shape) {}

    Templates(SessionManager manager) {
        this.manager = manager;
    }

    /**
     * Creates a template.
     *
     * @param name its name
     * @param kind what its sessions are for
     * @param shape what they are like
     * @throws NameInUseException if there is one of this name
     */
    public void create(String name, SessionKind kind, UnaryOperator<ManagedSessionBuilder> shape) {
        if (templates.putIfAbsent(name, new Template(kind, shape)) != null) {
            throw new NameInUseException("template", name);
        }
    }

    /** Returns the names of the templates, in order. */
    public List<String> names() {
        return templates.keySet().stream().sorted().toList();
    }

    /** Removes a template, if there is one; sessions that were made of it stay. */
    public void remove(String name) {
        templates.remove(name);
    }

    /**
     * Creates a session as a template says.
     *
     * @param template the template's name
     * @param name the session's name
     * @param owner whose it is
     * @param environment what fills the gaps, by their names
     * @param overrides what is different from the template; may have gaps, too
     * @throws UnknownNameException if there is no such template, or the environment does not have what a gap asks for
     */
    public SessionHandle instantiate(
            String template,
            String name,
            String owner,
            Map<String, String> environment,
            UnaryOperator<ManagedSessionBuilder> overrides) {
        Template known = templates.get(template);
        if (known == null) {
            throw new UnknownNameException("template", template, names());
        }
        return manager.create(
                known.kind(),
                name,
                owner,
                builder -> fill(overrides.apply(known.shape().apply(builder)), environment));
    }

    private static ManagedSessionBuilder fill(ManagedSessionBuilder builder, Map<String, String> environment) {
        ManagedSession session = builder.build();
        UnaryOperator<String> filled = text -> fill(text, environment);
        return session.toBuilder()
                .name(filled.apply(session.name()))
                .owner(filled.apply(session.owner()))
                .workspace(filled.apply(session.workspace()))
                .tags(fill(session.tags(), filled))
                .capabilities(fill(session.capabilities(), filled))
                .constraints(fill(session.constraints(), filled))
                .preferences(fill(session.preferences(), filled))
                .metadata(fill(session.metadata(), filled));
    }

    private static Set<String> fill(Set<String> texts, UnaryOperator<String> filled) {
        Set<String> all = new LinkedHashSet<>();
        texts.forEach(text -> all.add(filled.apply(text)));
        return all;
    }

    private static Map<String, String> fill(Map<String, String> texts, UnaryOperator<String> filled) {
        Map<String, String> all = new TreeMap<>();
        texts.forEach((key, text) -> all.put(key, filled.apply(text)));
        return all;
    }

    private static String fill(String text, Map<String, String> environment) {
        return GAP.matcher(text).replaceAll(gap -> {
            String value = environment.get(gap.group(1));
            if (value == null) {
                throw new UnknownNameException(
                        "value in the environment for", gap.group(), new ArrayList<>(environment.keySet()));
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
