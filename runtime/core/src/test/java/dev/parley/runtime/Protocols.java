package dev.parley.runtime;

import java.util.ArrayList;
import java.util.List;

/** Compiled protocols to test with. */
final class Protocols {

    /** The client asks for sums until it says bye. */
    static final ProtocolSpec CALCULATOR = ProtocolSpec.of(
            "parley\t1\tmath.Calculator",
            "role\tClient",
            "role\tServer",
            "edge\t0\t1\tFIFO\tBLOCK\t1\t1\ttrue\t2\t0",
            "message\tadd\tx:int:0:0\ty:int:1:0",
            "message\tbye",
            "edge\t1\t0\tFIFO\tBLOCK\t1\t1\ttrue\t2\t0",
            "message\tsum\tvalue:long:1:0",
            "machine\t0",
            "state\tAsk\tfalse",
            "send\t0\t1\t1",
            "send\t0\t2\t2",
            "state\tAdd\tfalse",
            "receive\t1\t1\t0",
            "state\tBye\ttrue",
            "machine\t1",
            "state\tAsk\tfalse",
            "receive\t0\t1\t1",
            "receive\t0\t2\t2",
            "state\tAdd\tfalse",
            "send\t1\t1\t0",
            "state\tBye\ttrue");

    /** Left and Right each put values to the receiver, for ever. */
    static final ProtocolSpec TWO_SENDERS = ProtocolSpec.of(
            "parley\t1\tTwoSenders",
            "role\tLeft",
            "role\tReceiver",
            "role\tRight",
            "edge\t0\t1\tFIFO\tBLOCK\t4\t4\tfalse\t1\t0",
            "message\tput\tvalue:int:0:0",
            "edge\t2\t1\tFIFO\tBLOCK\t4\t4\tfalse\t1\t0",
            "message\tput\tvalue:int:0:0",
            "machine\t0",
            "state\tPutting\tfalse",
            "send\t0\t1\t0",
            "machine\t1",
            "state\tGetting\tfalse",
            "receive\t0\t1\t0",
            "receive\t1\t1\t0",
            "machine\t2",
            "state\tPutting\tfalse",
            "send\t1\t1\t0");

    private Protocols() {}

    /** The sender sends the first message of its edge for ever; after the edge's shape come its messages. */
    static ProtocolSpec oneWay(String shape, String... messages) {
        List<String> lines =
                new ArrayList<>(List.of("parley\t1\tOneWay", "role\tSender", "role\tReceiver", "edge\t0\t1\t" + shape));
        lines.addAll(List.of(messages));
        lines.addAll(List.of(
                "machine\t0",
                "state\tSending\tfalse",
                "send\t0\t1\t0",
                "machine\t1",
                "state\tReceiving\tfalse",
                "receive\t0\t1\t0"));
        return ProtocolSpec.of(lines.toArray(String[]::new));
    }
}
