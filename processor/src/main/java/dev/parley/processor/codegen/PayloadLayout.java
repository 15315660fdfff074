package dev.parley.processor.codegen;

import dev.parley.compiler.protocol.Message;
import dev.parley.compiler.protocol.TypeRef;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the values of a message travel. Word 0 is the header, whose lower half is free for payload; the words after it are
 * payload only. A primitive goes to the first word with room for it, a reference to the next object slot.
 *
 * @param places one for each value, in order
 * @param words how many words the message takes, the header among them
 * @param references how many object slots it takes
 */
record PayloadLayout(List<Place> places, int words, int references) {

    private static final int HEADER_BITS = 32;

    PayloadLayout {
        places = List.copyOf(places);
    }

    /** Returns whether the header is all there is to send. */
    boolean isHeaderOnly() {
        return words == 1 && references == 0;
    }

    /** Returns whether the header carries a value. */
    boolean usesHeader() {
        return places.stream().anyMatch(place -> place instanceof Bits bits && bits.word() == 0);
    }

    /** Where one value travels. */
    sealed interface Place {}

    /**
     * Bits of a word.
     *
     * @param word the word's index, 0 for the header
     * @param shift the index of the lowest bit
     * @param type what the bits are
     */
    record Bits(int word, int shift, TypeRef.Primitive type) implements Place {}

    /**
     * An object slot.
     *
     * @param index its index
     */
    record Slot(int index) implements Place {}

    static PayloadLayout of(Message message) {
        List<Place> places = new ArrayList<>();
        List<Integer> free = new ArrayList<>(List.of(HEADER_BITS));
        int references = 0;
        for (TypeRef type : message.payload()) {
            if (type instanceof TypeRef.Primitive primitive) {
                places.add(place(primitive, free));
            } else {
                places.add(new Slot(references++));
            }
        }
        return new PayloadLayout(places, free.size(), references);
    }

    private static Bits place(TypeRef.Primitive type, List<Integer> free) {
        int word = 0;
        while (word < free.size() && free.get(word) < type.bits()) {
            word++;
        }
        if (word == free.size()) {
            free.add(Long.SIZE);
        }
        int left = free.get(word);
        free.set(word, left - type.bits());
        return new Bits(word, (word == 0 ? HEADER_BITS : Long.SIZE) - left, type);
    }
}
