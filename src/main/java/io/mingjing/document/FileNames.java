package io.mingjing.document;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** Names of files as people give them, made harmless: Chinese stays, folders and control characters go. */
final class FileNames {

    private static final int LONGEST = 120;
    private static final int LONGEST_EXTENSION = 10;
    private static final Set<String> RESERVED = Set.of(
            "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1",
            "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

    private FileNames() {}

    /** At most 120 characters, the extension kept. */
    static String clean(String given) {
        String name = Normalizer.normalize(given, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        name = name.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                .map(c -> "<>:\"|?*".indexOf(c) >= 0 ? '_' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        name = trimmed(name);
        int dot = name.lastIndexOf('.');
        boolean extended = dot >= 0 && name.length() - dot - 1 <= LONGEST_EXTENSION;
        String stem = trimmed(extended ? name.substring(0, dot) : name);
        String extension = extended ? name.substring(dot) : "";
        if (stem.isEmpty()) {
            stem = "未命名";
        } else if (RESERVED.contains(stem.toLowerCase(Locale.ROOT))) {
            stem = "_" + stem;
        }
        int room = LONGEST - extension.length();
        if (stem.codePointCount(0, stem.length()) > room) {
            stem = stem.substring(0, stem.offsetByCodePoints(0, room));
        }
        return stem + extension;
    }

    private static String trimmed(String name) {
        int from = 0;
        int to = name.length();
        while (from < to && Character.isWhitespace(name.charAt(from))) {
            from++;
        }
        while (to > from && (Character.isWhitespace(name.charAt(to - 1)) || name.charAt(to - 1) == '.')) {
            to--;
        }
        return name.substring(from, to);
    }
}
