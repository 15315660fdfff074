package demo;

class CrashHeardAndForgotten {
    static void boss(JobsBoss.Start start) {
        String how = start.job("sweeping").receive().match(
                done -> "at once",
                lost -> "never"); // [state-dropped]
        System.out.println(how);
    }
}
