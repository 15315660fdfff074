package dev.parley.maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.compiler.CompiledProtocol;
import dev.parley.compiler.machine.Action;
import dev.parley.compiler.machine.Event;
import dev.parley.compiler.machine.NetworkWalk;
import dev.parley.compiler.machine.State;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The pages, as a reader uses them, in a real browser. */
class StepperTest {

    @TempDir
    private static Path directory;

    private static Browser browser;
    private static Path pages;
    private static List<ReportedProtocol> protocols;

    @BeforeAll
    static void start() throws IOException {
        String[] sources = {
            Samples.TWO_BUYER, Samples.FEED, Samples.CALCULATOR, Samples.RELAY, Samples.OVERFLOWING, Samples.BROKEN
        };
        protocols = Samples.module(directory, sources);
        Path index = Samples.report(directory, sources);
        pages = index.resolveSibling("protocols");
        browser = new Browser(directory.resolve("profile"));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void lightColours() {
        browser.resize(1200, 900);
        open("TwoBuyer");
        browser.script("localStorage.clear()");
    }

    @AfterEach
    void nothingIsComplainedOfOrFetched() {
        browser.assertQuiet();
    }

    private static void open(String protocol) {
        browser.open(pages.resolve("shop." + protocol + ".html"));
    }

    @Test
    void aReaderGetsToTheEndOfAProtocolByKeyboardAlone() {
        open("TwoBuyer");

        browser.tabTo("Buyer: send title(String) to Seller");
        browser.type(Keys.ENTER);

        assertThat(queue("Buyer → Seller")).containsExactly("title(String)");
        assertThat(browser.texts(".role .now")).containsExactly("BeforeQuote", "Start", "Start");
        assertThat(browser.texts(".role .mood")).containsExactly("waits", "waits", "may act");
        assertThat(browser.focused().getAccessibleName()).isEqualTo("Seller: receive title(String) from Buyer");

        while (!browser.texts(".actions button").isEmpty()) {
            browser.type(Keys.ENTER);
        }

        assertThat(browser.text("#status")).isEqualTo("The session is over: every role is done.");
        assertThat(browser.texts(".role .now")).containsOnly("End");
        assertThat(browser.texts(".queue .fill")).containsOnly("0 of 1");
        assertThat(browser.texts("#trace li"))
                .startsWith("Buyer sends title(String) to Seller", "Seller receives title(String) from Buyer")
                .endsWith("Seller sends ship(LocalDate) to Friend", "Friend receives ship(LocalDate) from Seller")
                .hasSize(14);
        assertThat(browser.focused().getText()).as("focus is kept").startsWith("Undo");
    }

    private static List<String> queue(String pair) {
        int place = browser.texts(".queue .pair").indexOf(pair);
        return browser.texts(".queue[data-edge='" + place + "'] .messages li");
    }

    @Test
    void numbersTakeStepsAndArrowsMoveBetweenThem() {
        open("Calculator");

        browser.tabTo("Client: send add(int, int) to Server");
        browser.type(Keys.ARROW_DOWN);
        assertThat(browser.focused().getAccessibleName()).isEqualTo("Client: send bye() to Server");
        browser.type(Keys.ARROW_DOWN);
        assertThat(browser.focused().getAccessibleName()).isEqualTo("Client: send add(int, int) to Server");
        browser.type("2");

        assertThat(browser.texts("#trace li")).containsExactly("Client sends bye() to Server");
        browser.type("1");
        assertThat(browser.text("#status")).isEqualTo("The session is over: every role is done.");
    }

    @Test
    void undoTakesBackOneStepAndRestartAll() {
        open("TwoBuyer");
        browser.tabTo("Buyer: send title(String) to Seller");
        browser.type("n", "n", "n");
        assertThat(browser.texts("#trace li")).hasSize(3);

        browser.type("u");
        assertThat(browser.texts("#trace li"))
                .containsExactly("Buyer sends title(String) to Seller", "Seller receives title(String) from Buyer");
        assertThat(browser.texts(".role .now")).containsExactly("BeforeQuote", "Start", "Title");

        browser.type("r");
        assertThat(browser.texts("#trace li")).isEmpty();
        assertThat(browser.texts(".role .now")).containsOnly("Start");
        assertThat(browser.focused().getAccessibleName()).isEqualTo("Buyer: send title(String) to Seller");
    }

    @Test
    void theMachinesShowWhereTheRolesAre() {
        open("TwoBuyer");
        assertThat(browser.texts("#machines .state.current")).containsExactly("Start", "Start", "Start");

        browser.all(".actions button").get(0).click();

        assertThat(browser.texts("#machines .state.current")).containsExactly("BeforeQuote", "Start", "Start");
    }

    @Test
    void aBufferOfTheLatestValueReplacesWhatItHolds() {
        open("Feed");

        click("Source: send price(Map<String, List<byte[]>>) to Screen", 3);

        assertThat(queue("Source → Screen")).containsExactly("price(Map<String, List<byte[]>>)");
        assertThat(browser.texts(".queue .fill")).contains("1 of 1, 2 lost");
    }

    @Test
    void aFullBufferMakesItsSenderWaitWhenItHasGrownAsFarAsItMay() {
        open("Feed");

        click("Source: send line(String) to Log", 3);

        assertThat(queue("Source → Log")).hasSize(3);
        assertThat(browser.texts(".blocked")).contains("send line(String) to Log — the buffer is full");
    }

    @Test
    void aRoleThatMayHearMoreIsDoneWhenTheOthersAre() {
        open("Feed");
        assertThat(browser.texts(".role .mood")).containsExactly("waits", "waits", "waits, or may be done", "may act");

        click("Source: send close() to Archive", 1);
        click("Source: send close() to Log", 1);
        assertThat(browser.texts(".role .mood")).containsExactly("may act", "may act", "done", "done");
    }

    @Test
    void aBufferThatMustNotBeFullEndsTheSession() {
        open("Overflowing");

        click("Fast: send tick() to Slow", 2);

        assertThat(browser.text("#status")).isEqualTo("The buffer from Fast to Slow was full: the session has failed.");
        assertThat(browser.texts(".actions button")).isEmpty();
    }

    private static void click(String name, int times) {
        for (int i = 0; i < times; i++) {
            browser.all(".actions button").stream()
                    .filter(button -> name.equals(button.getAccessibleName()))
                    .findFirst()
                    .orElseThrow()
                    .click();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TwoBuyer", "Calculator", "Relay"})
    void randomWalksAreOfferedWhatTheNetworkOfMachinesAllows(String name) {
        open(name);
        CompiledProtocol protocol = protocols.stream()
                .filter(each -> each.qualifiedName().equals("shop." + name))
                .findFirst()
                .orElseThrow()
                .sound()
                .orElseThrow();
        Random random = new Random(name.hashCode());
        NetworkWalk walk = new NetworkWalk(protocol);
        for (int i = 0; i < 80; i++) {
            List<String> enabled =
                    walk.enabled().stream().map(StepperTest::words).toList();
            assertThat(browser.attributes(".actions button", "aria-label")).isEqualTo(enabled);
            assertThat(browser.texts(".role .now"))
                    .isEqualTo(walk.states().stream().map(StepperTest::name).toList());
            if (enabled.isEmpty()) {
                browser.script("document.getElementById('restart').click()");
                walk = new NetworkWalk(protocol);
            } else {
                int choice = random.nextInt(enabled.size());
                browser.script("document.querySelectorAll('.actions button')[arguments[0]].click()", choice);
                walk.take(choice);
            }
        }
    }

    private static String name(State state) {
        return state.multicastRest() ? state.name() + ", under way" : state.name();
    }

    private static String words(Event event) {
        Action action = event.action();
        return event.role() + ": "
                + (action instanceof Action.Send ? "send %s to %s" : "receive %s from %s")
                        .formatted(action.message(), action.peer());
    }

    @Test
    void coloursAreTheReadersToChooseAndStayChosen() {
        open("TwoBuyer");
        Object light = background();
        browser.tabTo("Dark colours");
        browser.type(Keys.ENTER);
        Object dark = background();
        assertThat(dark).isNotEqualTo(light);
        assertThat(browser.focused().getAccessibleName()).isEqualTo("Light colours");

        open("Calculator");
        assertThat(background()).isEqualTo(dark);
        browser.tabTo("Light colours");
        browser.type(Keys.SPACE);
        assertThat(background()).isEqualTo(light);
    }

    private static Object background() {
        return browser.script("return getComputedStyle(document.body).backgroundColor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TwoBuyer", "Feed", "Broken"})
    void everyControlHasANameAndNothingSticksOutOfAPhone(String name) {
        open(name);
        browser.resize(500, 800);
        assertThat(browser.all("a, button, svg, [tabindex='0'], [role]"))
                .allSatisfy(control -> assertThat(control.getAccessibleName())
                        .as(control.getTagName() + " " + control.getText())
                        .isNotBlank());
        assertThat(browser.script("return document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    @Test
    void theIndexLeadsToEachPage() {
        browser.open(pages.resolveSibling("index.html"));
        assertThat(browser.texts(".protocols .verdict"))
                .containsExactly("1 error", "sound", "sound", "sound", "sound", "sound");

        browser.all(".protocols a").stream()
                .filter(link -> link.getText().equals("shop.Broken"))
                .findFirst()
                .ifPresent(WebElement::click);

        assertThat(browser.text("h1")).isEqualTo("Broken");
        assertThat(browser.text(".finding")).contains("choice-unaware", "Buyer");
    }
}
