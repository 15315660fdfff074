package dev.parley.sessions.figures;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** The processor time that the calling thread has used, where the virtual machine measures that; else it stands still. */
final class Processor {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final boolean MEASURED = THREADS.isCurrentThreadCpuTimeSupported();

    private Processor() {}

    static long nanos() {
        // -1 while somebody has switched it off
        return MEASURED ? Math.max(0, THREADS.getCurrentThreadCpuTime()) : 0;
    }
}
