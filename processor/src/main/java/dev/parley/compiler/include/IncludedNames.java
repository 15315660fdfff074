package dev.parley.compiler.include;

import java.util.Map;
import java.util.TreeMap;

/**
 * Names of the blocks of included protocols: unlike those of any other block, yet each with a simple name for users. Such a
 * name is that of the protocol with its players, {@code shop.Payment[Payer=Buyer]}, then, for a nested block, the block's own.
 */
public final class IncludedNames {

    private IncludedNames() {}

    static String main(String protocol, Map<String, String> players) {
        StringBuilder name = new StringBuilder(protocol).append('[');
        new TreeMap<>(players)
                .forEach((role, player) -> name.append(name.charAt(name.length() - 1) == '[' ? "" : ",")
                        .append(role)
                        .append('=')
                        .append(player));
        return name.append(']').toString();
    }

    static String block(String main, String block) {
        return main + "." + block;
    }

    /** Returns what users call a block, be it included or the protocol's own. */
    public static String simple(String block) {
        int players = block.indexOf('[');
        if (players < 0) {
            return block;
        }
        int end = block.lastIndexOf(']');
        return end + 1 < block.length()
                ? block.substring(end + 2)
                : block.substring(block.lastIndexOf('.', players) + 1, players);
    }
}
