package demo;

class SpareStandsIn {
    static void spare(JobsSpare.Answer answer) {
        if (answer.receive() instanceof JobsSpare.Lost lost) {
            lost.receive().doneAfterAll();
        }
    }
}
