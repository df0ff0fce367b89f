package weka.classifiers.functions.boundedmlp.nn.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.boundedmlp.nn.Fixtures;

class SplitTest {

    @Test
    void holdsOutTheNumberAskedForAndTrainsOnTheOthers() throws InterruptedException {
        for (int n = 2; n <= 30; n++) {
            Samples samples = distinct(n);
            for (int heldOut = 1; heldOut < n; heldOut++) {
                Split split = one(samples, heldOut, n);

                assertThat(split.heldOut().size()).isEqualTo(heldOut);
                assertThat(split.training().size()).isEqualTo(n - heldOut);
                assertThat(Stream.concat(ids(split.heldOut()).stream(), ids(split.training()).stream()))
                        .containsExactlyInAnyOrderElementsOf(ids(samples));
            }
        }
    }

    @Test
    void holdsOutOneRowOfEachRunOfNeighbouringTargets() throws InterruptedException {
        Samples samples = distinct(100);
        for (int seed = 0; seed < 20; seed++) {
            Split split = one(samples, 20, seed);

            // the targets are 0 to 99 in a random order, so a run is five targets long
            int[] runs = IntStream.range(0, 20)
                    .map(i -> (int) split.heldOut().target(i) / 5)
                    .sorted()
                    .toArray();
            assertThat(runs).isEqualTo(Fixtures.rows(20));
        }
    }

    @Test
    void anyRowCanBeHeldOut() throws InterruptedException {
        Samples samples = distinct(20);
        Set<Integer> heldOut = new HashSet<>();
        for (int seed = 0; seed < 100; seed++) {
            heldOut.addAll(ids(one(samples, 4, seed).heldOut()));
        }
        assertThat(heldOut).hasSize(20);
    }

    @Test
    void anyTwoRowsOfEqualTargetsCanBeHeldOutTogether() throws InterruptedException {
        Samples equal = new Samples(new float[][] {{0}, {1}, {2}, {3}}, new double[4], new double[] {1, 1, 1, 1}, 1);
        Set<List<Integer>> pairs = new HashSet<>();
        for (int seed = 0; seed < 100; seed++) {
            pairs.add(ids(one(equal, 2, seed).heldOut()));
        }
        assertThat(pairs).hasSize(6);
    }

    @Test
    void drawsOtherRowsForAnotherSeedAndTheSameForTheSame() throws InterruptedException {
        Samples samples = distinct(100);
        List<Integer> first = ids(one(samples, 20, 1).heldOut());

        assertThat(ids(one(samples, 20, 1).heldOut())).isEqualTo(first);
        assertThat(ids(one(samples, 20, 2).heldOut())).isNotEqualTo(first);
    }

    @Test
    void severalSplitsHoldOutDifferentRowsWhichAreAllRowsTogetherIfTheyCanBe() throws InterruptedException {
        Samples samples = distinct(100);
        List<Split> splits = Split.stratified(samples, 20, 5, new Random(1));

        assertThat(splits).hasSize(5);
        assertThat(splits).allMatch(split -> split.training().size() == 80);
        assertThat(splits.stream().flatMap(split -> ids(split.heldOut()).stream()))
                .containsExactlyInAnyOrderElementsOf(ids(samples));
    }

    @Test
    void rowsKeepTheirInputsTargetsAndRelativeWeights() throws InterruptedException {
        Samples samples = distinct(10);
        Split split = one(samples, 3, 1);
        for (Samples part : List.of(split.heldOut(), split.training())) {
            double sum = 0;
            for (int i = 0; i < part.size(); i++) {
                int row = ids(part).get(i);
                assertThat(part.target(i)).isEqualTo(samples.target(row));
                assertThat(part.weight(i) / part.weight(0))
                        .isEqualTo(
                                samples.weight(row) / samples.weight(ids(part).get(0)), within(1e-12));
                sum += part.weight(i);
            }
            assertThat(sum).isEqualTo(part.size(), within(1e-12));
        }
        assertThat(split.heldOut().totalWeight() + split.training().totalWeight())
                .isEqualTo(samples.totalWeight(), within(1e-9));
    }

    @Test
    void copiesOfARowGoWhereTheRowGoes() throws InterruptedException {
        Samples samples = distinct(50);
        int[] fourTimes = IntStream.range(0, 200).map(i -> i % 50).toArray();
        List<Split> splits = Split.stratified(samples.subset(fourTimes), 40, 5, new Random(1));

        assertThat(splits).hasSize(5);
        for (Split split : splits) {
            assertThat(split.heldOutOriginals()).isEqualTo(10);
            assertThat(split.heldOut().size()).isEqualTo(40);
            assertThat(ids(split.training())).doesNotContainAnyElementsOf(ids(split.heldOut()));
        }
    }

    @Test
    void nothingButCopiesIsSplitLikeOtherRows() throws InterruptedException {
        Samples copies = distinct(3).subset(new int[20]);
        List<Split> splits = Split.stratified(copies, 4, 5, new Random(1));
        assertThat(splits).hasSize(5).allMatch(split -> split.heldOut().size() == 4);
    }

    @Test
    void asManySplitsAreMadeAsTheOriginalsAllow() throws InterruptedException {
        float[][] inputs = {{0, 5, 9}, {1, 6, 8}, {2, 7, 7}, {3, 8, 6}};
        Samples four = new Samples(inputs, new double[] {0, 1, 2, 3}, new double[] {1, 1, 1, 1}, 3);
        Samples copies = four.subset(IntStream.range(0, 20).map(i -> i % 4).toArray());
        List<Split> splits = Split.stratified(copies, 4, 5, new Random(1));
        assertThat(splits).hasSize(4).allMatch(split -> split.heldOut().size() == 5);
    }

    @Test
    void theLastRowsAreHeldOutInTheirOrder() throws InterruptedException {
        for (int n = 2; n <= 12; n++) {
            List<Integer> all = ids(distinct(n));
            for (int heldOut = 1; heldOut < n; heldOut++) {
                Split split = Split.last(distinct(n), heldOut);
                assertThat(ids(split.training())).isEqualTo(all.subList(0, n - heldOut));
                assertThat(ids(split.heldOut())).isEqualTo(all.subList(n - heldOut, n));
                assertThat(split.heldOutOriginals()).isEqualTo(heldOut);
            }
        }
    }

    @Test
    void copiesOfTrainingRowsAmongTheLastAreTrainedOnAndThoseOfHeldOutRowsAreHeldOut() throws InterruptedException {
        int[] rows = IntStream.range(0, 50).toArray();
        int[] withCopies = IntStream.concat(IntStream.of(rows), IntStream.of(3, 49, 7, 48, 3, 49, 0, 1, 2, 4))
                .toArray();
        Split split = Split.last(distinct(50).subset(withCopies), 12);

        assertThat(split.heldOutOriginals()).isEqualTo(10);
        assertThat(ids(split.heldOut())).containsExactly(40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 49, 48, 49);
        assertThat(ids(split.training())).hasSize(47).endsWith(39, 3, 7, 3, 0, 1, 2, 4);
    }

    @Test
    void someOfNothingButCopiesAreTheLast() throws InterruptedException {
        Split split = Split.last(distinct(3).subset(new int[20]), 4);
        assertThat(split.heldOut().size()).isEqualTo(4);
        assertThat(split.training().size()).isEqualTo(16);
    }

    private static Split one(Samples samples, int heldOut, int seed) throws InterruptedException {
        return Split.stratified(samples, heldOut, 1, new Random(seed)).get(0);
    }

    /** The input of each row is its number; targets are 0 to n - 1 in a random order, and weights 1 to n. */
    private static Samples distinct(int n) {
        int[] targets = Fixtures.shuffled(n, new Random(n));
        float[][] inputs = new float[n][1];
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            inputs[i][0] = i;
            weights[i] = i + 1;
        }
        return new Samples(inputs, IntStream.of(targets).asDoubleStream().toArray(), weights, 1);
    }

    private static List<Integer> ids(Samples samples) {
        return IntStream.range(0, samples.size())
                .mapToObj(i -> (int) samples.inputs(i)[0])
                .toList();
    }
}
