package dev.parley.samples.managed.orchestration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.sessions.config.ManagerOptions;
import dev.parley.sessions.event.SessionEvent.Completed;
import dev.parley.sessions.event.SessionEvent.TaskDelegated;
import dev.parley.sessions.live.ObserverException;
import dev.parley.sessions.model.ManagedStatus;
import dev.parley.sessions.model.Task;
import dev.parley.sessions.model.TaskStatus;
import dev.parley.sessions.store.MemoryStore;
import dev.parley.sessions.time.VirtualTime;
import dev.parley.sessions.workflow.StepNotReadyException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NewspaperTest {

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-01-01T06:00:00Z"));
    private final Newspaper paper = new Newspaper(
            ManagerOptions.defaults().store(new MemoryStore()).time(time).executor(Runnable::run));

    @AfterEach
    void close() {
        paper.close();
    }

    @Test
    void departmentsTakeTurns() {
        paper.department("politics", letter -> "politics");
        paper.department("sports", letter -> "sports");

        assertThat(paper.write(List.of("a", "b", "c", "d")))
                .filteredOn("sports"::equals)
                .hasSize(2);
        assertThat(paper.director().workflow().now().completed()).containsExactly("write");
    }

    @Test
    void nothingIsPrintedBeforeItIsWritten() {
        assertThatExceptionOfType(StepNotReadyException.class)
                .isThrownBy(() -> paper.print("the paper", "press://north", "press://south"));
    }

    @Test
    void theOtherWorkerPrintsIfOneIsSilent() {
        Task task = printing();

        time.advance(Duration.ofMinutes(1)); // no answer
        time.advance(Duration.ofSeconds(10)); // asked again
        time.advance(Duration.ofMinutes(1)); // no answer

        Task now = paper.director().tasks().get(task.id());
        assertThat(now.status()).isEqualTo(TaskStatus.IN_PROGRESS);
        assertThat(now.agent()).isEqualTo("press://south");
        paper.printed(now, "the south");
        assertThat(paper.director().now().status()).isEqualTo(ManagedStatus.COMPLETED);
    }

    @Test
    void theObserverSeesEverythingAndHasNoSay() {
        paper.printed(printing(), "the north");

        assertThat(paper.log()).hasAtLeastOneElementOfType(TaskDelegated.class);
        assertThat(paper.log()).hasAtLeastOneElementOfType(Completed.class);
        assertThatExceptionOfType(ObserverException.class)
                .isThrownBy(() -> paper.observer().context().put("headline", "mine", 0));
    }

    private Task printing() {
        paper.department("politics", letter -> "politics");
        paper.write(List.of("a"));
        return paper.print("the paper", "press://north", "press://south");
    }
}
