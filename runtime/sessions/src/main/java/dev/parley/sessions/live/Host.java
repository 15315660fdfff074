package dev.parley.sessions.live;

import dev.parley.sessions.config.ManagerOptions;
import dev.parley.sessions.event.EventHub;
import dev.parley.sessions.figures.Meter;
import dev.parley.sessions.store.SessionStore;
import dev.parley.sessions.time.Time;
import java.util.concurrent.Executor;

/**
 * What all sessions of a manager share.
 *
 * @param options how the manager is set up
 * @param store where sessions are kept
 * @param events who wants to know what happens
 * @param time the time
 * @param executor who does what sessions do by themselves
 * @param meter what counts what all sessions do
 */
public record Host(
        ManagerOptions options, SessionStore store, EventHub events, Time time, Executor executor, Meter meter) {}
