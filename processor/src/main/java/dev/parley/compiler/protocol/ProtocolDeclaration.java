package dev.parley.compiler.protocol;

import dev.parley.compiler.diagnostic.Origin;
import java.util.List;
import java.util.Optional;

/**
 * A protocol as declared. Only methods carry order: roles and blocks are sorted by name by whoever reads them, because
 * compilers do not keep the order of nested types.
 *
 * @param packageName empty for the unnamed package
 * @param simpleNames the interface's name, the enclosing types' names before it
 * @param roles the roles, sorted by name
 * @param main the interface's own steps
 * @param blocks the nested blocks, sorted by name
 * @param edges the configured edges
 * @param origin the interface
 */
public record ProtocolDeclaration(
        String packageName,
        List<String> simpleNames,
        List<RoleDeclaration> roles,
        BlockDeclaration main,
        List<BlockDeclaration> blocks,
        List<EdgeDeclaration> edges,
        Origin origin) {

    /** Copies the lists. */
    public ProtocolDeclaration {
        simpleNames = List.copyOf(simpleNames);
        roles = List.copyOf(roles);
        blocks = List.copyOf(blocks);
        edges = List.copyOf(edges);
    }

    /** Returns the interface's own name, such as {@code TwoBuyer}. */
    public String name() {
        return simpleNames.get(simpleNames.size() - 1);
    }

    /** Returns what the names of all generated types start with: the simple names joined by {@code _}. */
    public String generatedPrefix() {
        return String.join("_", simpleNames);
    }

    /** Returns the interface's name with its package, such as {@code shop.TwoBuyer}. */
    public String qualifiedName() {
        String nested = String.join(".", simpleNames);
        return packageName.isEmpty() ? nested : packageName + "." + nested;
    }

    /** Returns the block of the given name, be it the protocol's own or a nested one. */
    public Optional<BlockDeclaration> block(String name) {
        return main.name().equals(name)
                ? Optional.of(main)
                : blocks.stream().filter(block -> block.name().equals(name)).findFirst();
    }
}
