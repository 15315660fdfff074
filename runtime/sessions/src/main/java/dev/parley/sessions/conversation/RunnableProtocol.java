package dev.parley.sessions.conversation;

import dev.parley.runtime.SessionOptions;
import java.util.function.Function;

/**
 * A compiled protocol, as conversations run it: the methods of its generated class.
 *
 * <pre>{@code
 * RunnableProtocol<ChatSession> chat = new RunnableProtocol<>("Chat", ChatSession::open, ChatSession::reopen);
 * }</pre>
 *
 * @param name what it is called
 * @param open opens a session of it; for a protocol with families, with as many members as there are to be
 * @param reopen goes on with a durable session of it
 * @param <S> the generated class of its sessions
 */
public record RunnableProtocol<S>(String name, Function<SessionOptions, S> open, Function<SessionOptions, S> reopen) {}
