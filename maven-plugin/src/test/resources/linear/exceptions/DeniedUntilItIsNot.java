package demo;

import dev.parley.runtime.effect.EffectDeniedException;

class DeniedUntilItIsNot {
    static void play(MeetingHost.Planning planning) {
        MeetingHost.Planning next = null;
        while (next == null) {
            try {
                next = planning.invite();
            } catch (EffectDeniedException e) {
                System.err.println(e.getMessage());
            }
        }
        next.close();
    }
}
