package demo;

import dev.parley.runtime.effect.EffectDeniedException;

class DeniedAndForgotten {
    static void play(MeetingSession session) {
        MeetingHost.Planning planning = session.host(); // [state-dropped]
        try {
            planning.invite().close();
        } catch (EffectDeniedException e) {
            System.err.println(e.getMessage());
        }
    }
}
