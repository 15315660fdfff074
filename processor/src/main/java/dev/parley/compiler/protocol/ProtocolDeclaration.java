package dev.parley.compiler.protocol;

import dev.parley.compiler.diagnostic.Origin;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
 * @param others the protocols that this one names, to include them or to hand over their seats, and those that they name in
 *     turn: each once, sorted by qualified name, without others of its own
 * @param origin the interface
 */
public record ProtocolDeclaration(
        String packageName,
        List<String> simpleNames,
        List<RoleDeclaration> roles,
        BlockDeclaration main,
        List<BlockDeclaration> blocks,
        List<EdgeDeclaration> edges,
        List<ProtocolDeclaration> others,
        Origin origin) {

    /** Copies the lists. */
    public ProtocolDeclaration {
        simpleNames = List.copyOf(simpleNames);
        roles = List.copyOf(roles);
        blocks = List.copyOf(blocks);
        edges = List.copyOf(edges);
        others = List.copyOf(others);
    }

    /** Declares a protocol that names no other. */
    public ProtocolDeclaration(
            String packageName,
            List<String> simpleNames,
            List<RoleDeclaration> roles,
            BlockDeclaration main,
            List<BlockDeclaration> blocks,
            List<EdgeDeclaration> edges,
            Origin origin) {
        this(packageName, simpleNames, roles, main, blocks, edges, List.of(), origin);
    }

    /** Returns the same protocol with other blocks. */
    public ProtocolDeclaration withBlocks(BlockDeclaration newMain, List<BlockDeclaration> newBlocks) {
        return new ProtocolDeclaration(packageName, simpleNames, roles, newMain, newBlocks, edges, others, origin);
    }

    /** Returns the same protocol with the others that it names. */
    public ProtocolDeclaration withOthers(List<ProtocolDeclaration> newOthers) {
        return new ProtocolDeclaration(packageName, simpleNames, roles, main, blocks, edges, newOthers, origin);
    }

    /** Returns the role of the given name. */
    public Optional<RoleDeclaration> role(String wanted) {
        return roles.stream().filter(role -> role.name().value().equals(wanted)).findFirst();
    }

    /** Returns a protocol that this one may name: itself or one of the others. */
    public Optional<ProtocolDeclaration> other(String wanted) {
        return Stream.concat(Stream.of(this), others.stream())
                .filter(each -> each.qualifiedName().equals(wanted))
                .findFirst();
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
