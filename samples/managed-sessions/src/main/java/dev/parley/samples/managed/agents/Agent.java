package dev.parley.samples.managed.agents;

import java.util.function.UnaryOperator;

/**
 * Somebody outside who does one kind of work: a program, a model, a person.
 *
 * @param id who it is, with the maker in front: {@code claude-code://qa}
 * @param skill what it makes of what it is given; it throws a {@link CannotException} if it cannot
 */
public record Agent(String id, UnaryOperator<String> skill) {}
