package dev.parley.runtime.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReceiptChainTest {

    private static final Flow FLOW = new Flow("Buyer", "Seller");

    private final ReceiptChain issuing = new ReceiptChain("s1", FLOW);
    private final ReceiptChain checking = new ReceiptChain("s1", FLOW);
    private final List<Receipt> receipts = new ArrayList<>();

    @BeforeEach
    void issue() {
        issue(0, 10);
        issue(0, 20);
        issue(1, 30);
    }

    private void issue(long epoch, long cost) {
        Receipt receipt = issuing.next(epoch, cost);
        issuing.add(receipt);
        receipts.add(receipt);
    }

    @Test
    void aWholeChainIsTaken() {
        for (Receipt receipt : receipts) {
            assertThat(checking.accept(receipt)).isEmpty();
        }
    }

    @Test
    void aMissingReceiptIsNoticed() {
        checking.accept(receipts.get(0));

        assertThat(checking.accept(receipts.get(2)).orElseThrow()).contains("number 2", "missing, repeated or changed");
        assertThat(checking.accept(receipts.get(1))).isEmpty();
    }

    @Test
    void aRepeatedReceiptIsNoticed() {
        checking.accept(receipts.get(0));

        assertThat(checking.accept(receipts.get(0)).orElseThrow()).contains("number 0", "repeated");
    }

    @Test
    void aChangedReceiptBreaksTheChainBehindIt() {
        Receipt first = receipts.get(0);
        checking.accept(new Receipt("s1", FLOW, first.epoch(), 1, first.nonce(), first.previous()));

        assertThat(checking.accept(receipts.get(1)).orElseThrow()).contains("changed");
    }

    @Test
    void aReceiptOfAnEpochThatIsOverIsRefused() {
        receipts.forEach(checking::accept);

        Receipt stale = new Receipt("s1", FLOW, 0, 5, 3, receipts.get(2).hash());
        assertThat(checking.accept(stale).orElseThrow()).isEqualTo("its epoch, 0, is over: epoch 1 has begun");
    }

    @Test
    void aReceiptForSomethingElseIsRefused() {
        Receipt elsewhere = new Receipt("s2", FLOW, 0, 10, 0, Receipt.NONE);
        Receipt backwards = new Receipt("s1", new Flow("Seller", "Buyer"), 0, 10, 0, Receipt.NONE);

        assertThat(checking.accept(elsewhere).orElseThrow()).contains("in session s2, not for Buyer to Seller");
        assertThat(checking.accept(backwards).orElseThrow()).contains("it is for Seller to Buyer");
    }

    @Test
    void whateverDiffersChangesTheHash() {
        Set<String> hashes = new HashSet<>();
        hashes.add(new Receipt("s", FLOW, 1, 2, 3, "").hash());
        hashes.add(new Receipt("t", FLOW, 1, 2, 3, "").hash());
        hashes.add(new Receipt("s", new Flow("BuyerS", "eller"), 1, 2, 3, "").hash());
        hashes.add(new Receipt("sB", new Flow("uyer", "Seller"), 1, 2, 3, "").hash());
        hashes.add(new Receipt("s", FLOW, 2, 1, 3, "").hash());
        hashes.add(new Receipt("s", FLOW, 1, 3, 2, "").hash());
        hashes.add(new Receipt("s", FLOW, 1, 2, 3, "00").hash());

        assertThat(hashes).hasSize(7);
        assertThat(new Receipt("s", FLOW, 1, 2, 3, "").hash()).isIn(hashes).hasSize(64);
    }

    @Test
    void aFactComesBackFromItsEntry() {
        Fact fact = new Fact("größer", receipts);

        assertThat(Fact.decode(fact.encode())).isEqualTo(fact);
    }
}
