package io.mingjing.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@DocumentTest
class NumbersIT {

    private static final int THREADS = 8;
    private static final int ACTS = 40;

    private final Numbers numbers;
    private final TransactionTemplate transaction;

    NumbersIT(@Autowired Numbers numbers, @Autowired TransactionTemplate transaction) {
        this.numbers = numbers;
        this.transaction = transaction;
    }

    @Test
    void eightAtOnceGetNumbersWithoutGapsThoughEveryThirdActRollsBack() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<List<Integer>>> runs = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                runs.add(pool.submit(() -> {
                    start.await();
                    return kept();
                }));
            }
            start.countDown();
            List<Integer> all = new ArrayList<>();
            for (Future<List<Integer>> run : runs) {
                all.addAll(run.get());
            }
            int expected =
                    THREADS * IntStream.range(0, ACTS).filter(i -> i % 3 != 0).toArray().length;
            assertThat(all)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.rangeClosed(1, expected).boxed().toList());
        } finally {
            pool.shutdownNow();
        }
    }

    /** The numbers of the acts that were not rolled back; the very first act of each thread is. */
    private List<Integer> kept() {
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < ACTS; i++) {
            boolean roll = i % 3 == 0;
            Integer number = transaction.execute(status -> {
                int next = numbers.next("sy-hp", "concurrent", 2026);
                if (roll) {
                    status.setRollbackOnly();
                }
                return next;
            });
            if (!roll && number != null) {
                kept.add(number);
            }
        }
        return kept;
    }

    @Test
    void eachOrganKindAndYearCountsForItself() {
        assertThat(next("a", "case", 2026)).isEqualTo(1);
        assertThat(next("a", "case", 2026)).isEqualTo(2);
        assertThat(next("a", "case", 2027)).isEqualTo(1);
        assertThat(next("a", "order", 2026)).isEqualTo(1);
        assertThat(next("b", "case", 2026)).isEqualTo(1);
    }

    @Test
    void numbersAreGivenInsideAnActOnly() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> numbers.next("a", "case", 2026))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    private int next(String organ, String kind, int year) {
        Integer number = transaction.execute(status -> numbers.next(organ, kind, year));
        return number == null ? 0 : number;
    }
}
