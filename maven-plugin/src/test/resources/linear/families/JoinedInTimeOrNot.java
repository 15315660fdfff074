package demo;

import java.time.Duration;
import java.util.concurrent.TimeoutException;

class JoinedInTimeOrNot {
    static void join(TourSession session) {
        try {
            TourVisitor.Walk walk = session.joinVisitor(Duration.ofSeconds(1)); // [state-dropped]
            System.out.println(walk);
        } catch (TimeoutException e) {
            System.out.println("nobody takes me in");
        }
    }
}
