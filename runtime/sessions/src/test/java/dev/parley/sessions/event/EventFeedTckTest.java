package dev.parley.sessions.event;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import org.jspecify.annotations.NullUnmarked;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;

/** The rules of Reactive Streams, for a feed in which so much happens once somebody has subscribed. */
@NullUnmarked
public class EventFeedTckTest extends FlowPublisherVerification<SessionEvent> {

    private static final int MOST = 200;

    private ExecutorService executor;

    public EventFeedTckTest() {
        super(new TestEnvironment(500));
    }

    @BeforeClass
    void open() {
        executor = Executors.newCachedThreadPool();
    }

    @AfterClass
    void close() {
        executor.shutdownNow();
    }

    @Override
    public Flow.Publisher<SessionEvent> createFlowPublisher(long elements) {
        EventHub hub = new EventHub(executor, MOST);
        return subscriber -> {
            hub.publisher().subscribe(subscriber);
            executor.execute(() -> {
                for (long number = 1; number <= Math.min(elements, MOST); number++) {
                    hub.publish(EventHubTest.event(number));
                }
                if (elements <= MOST) {
                    hub.close();
                }
            });
        };
    }

    @Override
    public long maxElementsFromPublisher() {
        return MOST;
    }

    /** A feed does not fail. */
    @Override
    public Flow.Publisher<SessionEvent> createFailedFlowPublisher() {
        return null;
    }
}
