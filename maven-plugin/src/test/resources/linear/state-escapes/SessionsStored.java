package demo;

import java.util.ArrayList;
import java.util.List;

class SessionsStored {
    private final List<CalculatorSession> sessions = new ArrayList<>();

    void play() {
        CalculatorSession session = CalculatorSession.open();
        sessions.add(session);
        session.client().bye();
    }
}
