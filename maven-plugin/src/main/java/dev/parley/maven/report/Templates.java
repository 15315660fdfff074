package dev.parley.maven.report;

import com.samskivert.mustache.DefaultCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pages' HTML. Whatever is put into it is escaped, but for the drawings and the data, which are safe as they are; a
 * name that a template mentions and a page does not have is an exception.
 */
final class Templates {

    /** An optional value is as many values as there are. */
    private static final Mustache.Collector OPTIONALS = new DefaultCollector() {
        @Override
        public @Nullable Iterator<?> toIterator(Object value) {
            return value instanceof Optional<?> optional ? optional.stream().iterator() : super.toIterator(value);
        }
    };

    private static final Mustache.Compiler COMPILER = Mustache.compiler()
            .escapeHTML(true)
            .strictSections(true)
            .emptyStringIsFalse(true)
            .withCollector(OPTIONALS)
            .withLoader(Templates::open);

    private final Template index = compile("index.html");
    private final Template protocol = compile("protocol.html");

    String index(IndexPage page) {
        return index.execute(page);
    }

    String protocol(ProtocolPage page) {
        return protocol.execute(page);
    }

    private static Template compile(String name) {
        try (Reader reader = open(name)) {
            return COMPILER.compile(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reader open(String name) {
        InputStream stream = Templates.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("there is no resource " + name);
        }
        return new InputStreamReader(stream, StandardCharsets.UTF_8);
    }
}
