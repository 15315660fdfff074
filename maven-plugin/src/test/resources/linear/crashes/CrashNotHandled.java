package demo;

class CrashNotHandled {
    static void boss(JobsBoss.Start start) {
        if (start.job("sweeping").receive() instanceof JobsBoss.Done) { // [branch-unhandled]
            System.out.println("at once");
        }
    }
}
