package dev.parley.sessions.model;

/**
 * What a managed session may use.
 *
 * @param memoryBytes how much memory, in bytes, 0 or more
 * @param cpus how many processors, 0 or more; may be a fraction
 * @param diskBytes how much room on disk, in bytes, 0 or more
 */
public record Resources(long memoryBytes, double cpus, long diskBytes) {

    /** Nothing in particular. */
    public static final Resources NONE = new Resources(0, 0, 0);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if one is negative or no number
     */
    public Resources {
        if (memoryBytes < 0 || !(cpus >= 0) || diskBytes < 0) {
            throw new IllegalArgumentException("Resources are " + memoryBytes + " bytes of memory, " + cpus
                    + " cpus and " + diskBytes + " bytes of disk; none of them may be negative.");
        }
    }
}
