import dev.parley.annotation.*;

@Protocol
interface Lesson {
    @Role interface Teacher {}
    @Role interface Pupil {}

    Topic topic();

    interface Topic {
        @Message(from = Teacher.class, to = Pupil.class) void explain(String text);
        Exercise exercise();
        @Message(from = Teacher.class, to = Pupil.class) void praise();
    }

    @Choice(at = Pupil.class)
    interface Exercise {
        @Message(from = Pupil.class, to = Teacher.class) Topic anotherOne();
//                                                             ^ error: [recursion-not-tail] anotherOne goes back to Topic while something is still to be done after it
// | the way here: Topic > Exercise > Topic
// | hint: make this the last step on its way, or move what follows into Topic before it goes round
        @Message(from = Pupil.class, to = Teacher.class) void solved();
    }
}
