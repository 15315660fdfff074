package dev.parley.compiler.global;

import dev.parley.compiler.protocol.BlockDeclaration;
import dev.parley.compiler.protocol.FirstMessages;
import dev.parley.compiler.protocol.Label;
import dev.parley.compiler.protocol.Marks;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.Reference;
import dev.parley.compiler.protocol.Step.CrashStep;
import dev.parley.compiler.protocol.Step.MessageStep;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * What a crash alternative is to the theory: an ordinary alternative that starts with a message, named by its method, from the
 * role that has crashed to all who receive the first messages of the other alternatives, in order of appearance. So projection and all
 * that is decided by it hold for protocols with crashes as they do for others. The runtime sends the message.
 *
 * <p>Compare Barwell, Scalas, Yoshida, Zhou, "Generalised Multiparty Session Types with Crash-Stop Failures", CONCUR 2022, in which a
 * crash is detected by each role that waits for the crashed one, in a branch of its own.
 */
final class CrashAlternatives {

    private final FirstMessages first;

    /** By identity, as checks know steps by it; two methods may declare equal ones. */
    private final IdentityHashMap<CrashStep, MessageStep> announcements = new IdentityHashMap<>();

    CrashAlternatives(ProtocolDeclaration declaration) {
        first = new FirstMessages(declaration);
    }

    /** Returns the message by which an alternative of a block starts; to nobody where the block has no other alternative. */
    MessageStep announcement(CrashStep crash, BlockDeclaration block) {
        return announcements.computeIfAbsent(crash, step -> create(step, block));
    }

    private MessageStep create(CrashStep crash, BlockDeclaration block) {
        List<Reference> receivers = new ArrayList<>();
        block.steps().stream()
                .flatMap(alternative -> first.of(alternative).stream())
                .flatMap(message -> message.to().stream())
                .filter(to -> !to.name().equals(crash.role().name()))
                .filter(to -> receivers.stream().noneMatch(known -> known.name().equals(to.name())))
                .forEach(receivers::add);
        return new MessageStep(
                crash.method(),
                new Label(crash.method()),
                crash.role(),
                receivers,
                List.of(),
                false,
                crash.next(),
                new Marks(crash.marks().phase(), Marks.NONE.guard(), Marks.NONE.timeout(), Marks.NONE.quorum()),
                crash.origin(),
                crash.origin());
    }
}
