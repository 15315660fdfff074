package demo;

import dev.parley.runtime.effect.EffectDeniedException;

class DeniedAndUsedTwice {
    static void play(MeetingHost.Planning planning) {
        try {
            planning.invite().close();
        } catch (EffectDeniedException e) {
            planning.close();
            planning.close(); // [state-used-twice]
        }
    }
}
