package dev.parley.compiler.global;

import dev.parley.compiler.include.IncludedNames;
import dev.parley.compiler.protocol.BlockDeclaration;
import dev.parley.compiler.protocol.RoleName;
import dev.parley.compiler.protocol.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run of a block, or of one branch of a parallel block: where it started and where it will go on when it is done. */
final class Activation {

    private final BlockDeclaration block;
    private final int start;
    private final int after;
    private final boolean included;
    private final @Nullable Activation outer;
    private final Optional<Position.Caller> caller;

    /** The branch of a parallel block that this is the run of; null for the run of a block. */
    private final @Nullable Step branch;

    /** The family for one of whose members this is run; null where it is the run of something else. */
    private final @Nullable RoleName turnOf;

    /** Who plays for the roles that have a party here. */
    private final Map<RoleName, RoleName> players;

    private Activation(
            BlockDeclaration block,
            int start,
            int after,
            boolean included,
            @Nullable Activation outer,
            Optional<Position.Caller> caller,
            @Nullable Step branch,
            @Nullable RoleName turnOf,
            Map<RoleName, RoleName> players) {
        this.block = block;
        this.start = start;
        this.after = after;
        this.included = included;
        this.outer = outer;
        this.caller = caller;
        this.branch = branch;
        this.turnOf = turnOf;
        this.players = players;
    }

    /** Returns the run of a block within another run; of the protocol itself where that is null, of another one where it is included. */
    static Activation of(
            BlockDeclaration block,
            int start,
            int after,
            boolean included,
            @Nullable Activation outer,
            Optional<Position.Caller> caller) {
        Map<RoleName, RoleName> players = outer == null ? Map.of() : outer.players;
        return new Activation(block, start, after, included, outer, caller, null, null, players);
    }

    /**
     * Returns the run of a branch of this parallel block.
     *
     * @param step the branch
     * @param parties the parties that play in it, for their roles
     * @param first where the branch starts
     * @param last where it goes on when it is done
     */
    Activation branch(Step step, Map<RoleName, RoleName> parties, int first, int last) {
        Map<RoleName, RoleName> all = new HashMap<>(players);
        all.putAll(parties);
        return new Activation(block, first, last, false, this, caller, step, null, all);
    }

    /**
     * Returns the run of this block for one member of a family.
     *
     * @param family the family
     * @param parties the parties that play in it, for their roles
     * @param first where it starts
     * @param last where it goes on when it is done
     */
    Activation turn(RoleName family, Map<RoleName, RoleName> parties, int first, int last) {
        Map<RoleName, RoleName> all = new HashMap<>(players);
        all.putAll(parties);
        return new Activation(block, first, last, false, this, caller, null, family, all);
    }

    /** Returns the family for one of whose members this is run. */
    Optional<RoleName> turnOf() {
        return Optional.ofNullable(turnOf);
    }

    /** Returns the innermost run for one member of a family that this is a part of, if it leaves the given run; null is the protocol's. */
    Optional<Activation> turnWithin(@Nullable Activation run) {
        for (Activation each = this; each != null && each != run; each = each.outer) {
            if (each.turnOf != null) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    BlockDeclaration block() {
        return block;
    }

    int start() {
        return start;
    }

    int after() {
        return after;
    }

    Optional<Position.Caller> caller() {
        return caller;
    }

    /** Returns who plays for a role here: the role itself, or its party. */
    RoleName player(RoleName role) {
        return players.getOrDefault(role, role);
    }

    /** Returns the innermost run of the block that is going on here, if there is one. */
    @Nullable Activation find(BlockDeclaration sought) {
        for (Activation each = this; each != null; each = each.outer) {
            if (each.block.name().equals(sought.name())) {
                return each;
            }
        }
        return null;
    }

    /**
     * Returns the innermost branch that this is a part of, up to the given run, or to the protocol where that is null; nothing where one
     * member's run lies in between.
     */
    Optional<Step> branchWithin(@Nullable Activation run) {
        for (Activation each = this; each != null; each = each.outer) {
            if (each.branch != null) {
                return Optional.of(each.branch);
            }
            if (each == run || each.turnOf != null) {
                break;
            }
        }
        return Optional.empty();
    }

    /** Returns the innermost branch that a role plays through a party because it plays others too; nothing where it plays itself. */
    Optional<Step> branchOf(RoleName role) {
        for (Activation each = this; each.outer != null; each = each.outer) {
            if (each.branch != null && !each.player(role).equals(each.outer.player(role))) {
                return Optional.of(each.branch);
            }
        }
        return Optional.empty();
    }

    /** Returns whether this is a part of a branch, or of the run for one member of a family. */
    boolean isPartial() {
        for (Activation each = this; each != null; each = each.outer) {
            if (each.branch != null || each.turnOf != null) {
                return true;
            }
        }
        return false;
    }

    /** Returns the innermost run of an included protocol that this is a part of; null where there is none. */
    @Nullable Activation includedRun() {
        Activation each = this;
        while (each != null && !each.included) {
            each = each.outer;
        }
        return each;
    }

    /** Returns the blocks entered since the given one, outermost first. */
    String path(String fromBlock) {
        List<String> names = new ArrayList<>();
        for (Activation each = this; each != null; each = each.outer) {
            names.add(0, IncludedNames.simple(each.block.name()));
            if (each.block.name().equals(fromBlock)) {
                break;
            }
        }
        names.add(IncludedNames.simple(fromBlock));
        return String.join(" > ", names);
    }
}
