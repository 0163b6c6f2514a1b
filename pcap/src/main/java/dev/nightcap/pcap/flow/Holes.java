package dev.nightcap.pcap.flow;

/** Up to four gaps in a sequence space: bytes that were jumped over and may still come late. The oldest gap is forgotten. */
final class Holes {
    private static final int MOST = 4;

    private final int[] from = new int[MOST];
    private final int[] to = new int[MOST];
    private int size;

    void open(int start, int end) {
        if (size == MOST) {
            System.arraycopy(from, 1, from, 0, MOST - 1);
            System.arraycopy(to, 1, to, 0, MOST - 1);
            size--;
        }
        from[size] = start;
        to[size] = end;
        size++;
    }

    /** Whether any byte of the range lies in a gap; the gap shrinks by it. */
    boolean fill(int start, int end) {
        for (int i = 0; i < size; i++) {
            if (end - from[i] > 0 && to[i] - start > 0) {
                shrink(i, start, end);
                return true;
            }
        }
        return false;
    }

    private void shrink(int index, int start, int end) {
        if (start - from[index] <= 0) {
            from[index] = end;
        } else if (end - to[index] < 0) {
            int rest = to[index];
            to[index] = start;
            open(end, rest);
            return;
        } else {
            to[index] = start;
        }
        if (to[index] - from[index] <= 0) {
            size--;
            System.arraycopy(from, index + 1, from, index, size - index);
            System.arraycopy(to, index + 1, to, index, size - index);
        }
    }
}
