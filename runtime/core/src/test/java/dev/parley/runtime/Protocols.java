package dev.parley.runtime;

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

    private Protocols() {}
}
