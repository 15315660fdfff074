package demo;

import dev.parley.runtime.effect.EffectDeniedException;

class DeniedAndDoneOtherwise {
    static void play(MeetingHost.Planning planning) {
        MeetingHost.Planning now = planning;
        try {
            now = now.invite();
        } catch (EffectDeniedException e) {
            System.err.println(e.getMessage());
        }
        now.close();
    }
}
