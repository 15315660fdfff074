package demo;

class DeniedAmongOtherFailures {
    static void play(MeetingSession session) {
        MeetingHost.Planning planning = session.host(); // [state-dropped]
        try {
            planning.invite().close();
        } catch (RuntimeException e) {
            System.err.println(e.getMessage());
        }
    }
}
