package dev.parley.maven.compare;

import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.protocol.RoleName;
import dev.parley.compiler.subtyping.Evolution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Compares the protocols of two releases. */
public final class Comparison {

    private final String protocol;
    private final List<Finding> findings = new ArrayList<>();

    private Comparison(String protocol) {
        this.protocol = protocol;
    }

    /**
     * Returns what the changes from one release to another mean, sorted by protocol; for each role that both have there is
     * a finding, also where nothing has changed.
     *
     * @param before the protocols of the earlier release
     * @param after the protocols of the later
     * @param bound how many messages a channel holds at most where all that machines may do is tried, at least 1
     */
    public static List<Finding> compare(List<ProtocolVersion> before, List<ProtocolVersion> after, int bound) {
        Map<String, ProtocolVersion> old = byName(before);
        Map<String, ProtocolVersion> changed = byName(after);
        Map<String, List<Finding>> findings = new TreeMap<>();
        old.forEach((name, version) -> findings.put(
                name,
                Optional.ofNullable(changed.get(name))
                        .map(other -> both(version, other, bound))
                        .orElseGet(() -> List.of(new Finding(
                                name,
                                Judgement.BREAKING,
                                "the protocol is gone: peers that play it find nobody to play with",
                                List.of())))));
        changed.forEach((name, version) -> findings.computeIfAbsent(
                name, key -> List.of(new Finding(name, Judgement.COMPATIBLE, "the protocol is new", List.of()))));
        return findings.values().stream().flatMap(List::stream).toList();
    }

    private static Map<String, ProtocolVersion> byName(List<ProtocolVersion> versions) {
        Map<String, ProtocolVersion> byName = new TreeMap<>();
        versions.forEach(version -> byName.put(version.name(), version));
        return byName;
    }

    private static List<Finding> both(ProtocolVersion before, ProtocolVersion after, int bound) {
        Comparison comparison = new Comparison(before.name());
        comparison.compareRoles(before, after);
        Evolution.compare(before.machines(), after.machines(), bound)
                .forEach(role -> comparison.findings.add(RoleFinding.of(before.name(), role)));
        comparison.findings.addAll(Terms.compare(before, after));
        comparison.compareBuffers(before, after);
        return comparison.findings;
    }

    private void add(Judgement judgement, String text) {
        findings.add(new Finding(protocol, judgement, text, List.of()));
    }

    private void compareRoles(ProtocolVersion before, ProtocolVersion after) {
        Set<RoleName> old = roles(before);
        Set<RoleName> changed = roles(after);
        changed.stream()
                .filter(role -> !old.contains(role))
                .sorted()
                .forEach(role -> add(
                        Judgement.ORDERED,
                        "role " + role
                                + " is new: let somebody play it before the roles that talk to it are upgraded"));
        old.stream()
                .filter(role -> !changed.contains(role))
                .sorted()
                .forEach(role -> add(
                        Judgement.ORDERED,
                        "role " + role + " is gone: let it be played until all roles that talk to it are upgraded"));
    }

    private static Set<RoleName> roles(ProtocolVersion version) {
        return version.machines().stream()
                .map(StateMachine::role)
                .filter(role -> !role.isParty())
                .collect(Collectors.toSet());
    }

    private record Pair(RoleName from, RoleName to) {}

    private void compareBuffers(ProtocolVersion before, ProtocolVersion after) {
        Map<Pair, ProtocolVersion.Buffer> old = new HashMap<>();
        before.buffers().forEach(buffer -> old.put(new Pair(buffer.from(), buffer.to()), buffer));
        for (ProtocolVersion.Buffer buffer : after.buffers()) {
            Pair pair = new Pair(buffer.from(), buffer.to());
            if (old.containsKey(pair)) {
                compare(Objects.requireNonNull(old.get(pair)), buffer);
            }
        }
    }

    private void compare(ProtocolVersion.Buffer before, ProtocolVersion.Buffer after) {
        String place = "buffer " + after.from().title() + " -> " + after.to().title() + " ";
        if (after.loses() && !before.loses()) {
            add(Judgement.BREAKING, place + "may now lose messages: old peers count on every one of them");
        } else if (after.faults() && !before.faults()) {
            add(Judgement.BREAKING, place + "may now fault a session that would have waited for room");
        } else if (!settings(before).equals(settings(after))) {
            add(
                    Judgement.COMPATIBLE,
                    place + "is " + settings(after) + ", and was " + settings(before)
                            + ": that shows only in the program that holds it");
        }
    }

    private static String settings(ProtocolVersion.Buffer buffer) {
        String capacity = buffer.capacity() == buffer.maxCapacity()
                ? " of " + buffer.capacity()
                : " of " + buffer.capacity() + " up to " + buffer.maxCapacity();
        return buffer.mode() + " " + buffer.whenFull() + capacity;
    }
}
