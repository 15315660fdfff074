package dev.parley.samples.protocols.travel;

/**
 * A connection between two places.
 *
 * @param from the one
 * @param to the other
 * @param means what goes there, such as a train
 * @param euros what it costs
 */
public record Route(String from, String to, String means, int euros) {}
