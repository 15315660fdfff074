package demo;

class CrashHandled {
    static void boss(JobsBoss.Start start) {
        start.job("sweeping").receive().match(done -> "at once", lost -> lost.again("sweeping").receive().toString());
    }
}
