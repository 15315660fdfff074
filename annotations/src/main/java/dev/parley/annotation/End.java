package dev.parley.annotation;

/** The return type of a step after which nothing follows: the session ends there for all roles on that path. */
public interface End {}
