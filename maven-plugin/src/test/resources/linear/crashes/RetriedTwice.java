package demo;

class RetriedTwice {
    static void boss(JobsBoss.Start start) {
        if (start.job("sweeping").receive() instanceof JobsBoss.Lost lost) {
            lost.again("sweeping");
            lost.again("mopping").receive(); // [state-used-twice]
        }
    }
}
