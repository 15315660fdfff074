package dev.parley.samples.sessionlifecycle;

/**
 * Something to do.
 *
 * @param name what it is called
 * @param text whose words are to be counted
 */
public record Task(String name, String text) {}
