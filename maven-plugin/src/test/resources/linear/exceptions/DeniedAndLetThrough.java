package demo;

class DeniedAndLetThrough {
    static void play(MeetingHost.Planning planning) {
        planning.invite().close();
    }
}
