package dev.parley.maven.compare;

import dev.parley.compiler.diagnostic.Trace;
import dev.parley.compiler.machine.Communication;
import dev.parley.compiler.subtyping.Deployment;
import dev.parley.compiler.subtyping.Deployment.Broken;
import dev.parley.compiler.subtyping.Deployment.Evidence;
import dev.parley.compiler.subtyping.Deployment.Safe;
import dev.parley.compiler.subtyping.Deployment.Unknown;
import dev.parley.compiler.subtyping.Evolution.RoleEvolution;
import java.util.ArrayList;
import java.util.List;

/** Says in the user's terms when a role may be upgraded. */
final class RoleFinding {

    private RoleFinding() {}

    static Finding of(String protocol, RoleEvolution role) {
        Deployment first = role.newAmongOld();
        Deployment last = role.oldAmongNew();
        List<String> proof = new ArrayList<>();
        proof.addAll(proof("the new " + role.role() + " among old peers", first));
        proof.addAll(proof("the old " + role.role() + " among new peers", last));
        return new Finding(protocol, judgement(first, last), "role " + role.role() + " " + advice(first, last), proof);
    }

    private static Judgement judgement(Deployment first, Deployment last) {
        if (first instanceof Broken && last instanceof Broken) {
            return Judgement.BREAKING;
        }
        if (first instanceof Unknown || last instanceof Unknown) {
            return Judgement.UNKNOWN;
        }
        return first instanceof Safe && last instanceof Safe ? Judgement.COMPATIBLE : Judgement.ORDERED;
    }

    private static String advice(Deployment first, Deployment last) {
        return switch (judgement(first, last)) {
            case COMPATIBLE -> "may be upgraded before the others or after them";
            case ORDERED ->
                first instanceof Safe ? "has to be upgraded before the others" : "has to be upgraded after the others";
            case UNKNOWN -> unknown(first, last);
            case BREAKING -> "can be upgraded neither before the others nor after them";
        };
    }

    private static String unknown(Deployment first, Deployment last) {
        if (first instanceof Broken) {
            return "cannot be upgraded before the others; whether after them is not known";
        }
        if (last instanceof Broken) {
            return "cannot be upgraded after the others; whether before them is not known";
        }
        return "may fail its peers while versions are mixed; that is not known";
    }

    private static List<String> proof(String situation, Deployment deployment) {
        if (deployment instanceof Broken broken) {
            List<String> lines = new ArrayList<>(List.of(situation + ":"));
            lines.addAll(
                    Trace.of(Communication.amongRoles(broken.fault().trace())).lines());
            lines.add("  then " + broken.fault().description());
            return lines;
        }
        if (deployment instanceof Unknown unknown) {
            return List.of(situation + ": " + unknown.reason());
        }
        return deployment instanceof Safe safe && safe.evidence() == Evidence.ASYNCHRONOUS_SUBTYPING
                ? List.of(situation + ": it sends earlier than before, so buffers may have to hold more")
                : List.of();
    }
}
