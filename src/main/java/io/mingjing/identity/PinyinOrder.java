package io.mingjing.identity;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.HexFormat;

/** Keys that sort Chinese names by pinyin in any database: the collation key of ICU's zh, in hexadecimal. */
public final class PinyinOrder {

    /** Hexadecimal digits kept; some forty characters of a name, more than enough to order by. */
    private static final int LENGTH = 240;

    private static final Collator COLLATOR = collator();

    private PinyinOrder() {}

    /** The key of a name; compares like the name as a byte string, never longer than 240 characters. */
    public static String key(String name) {
        byte[] bytes = COLLATOR.getCollationKey(name).toByteArray();
        String hex = HexFormat.of().formatHex(bytes, 0, Math.max(0, bytes.length - 1)); // the last byte is a zero
        return hex.length() <= LENGTH ? hex : hex.substring(0, LENGTH);
    }

    private static Collator collator() {
        Collator collator = Collator.getInstance(ULocale.SIMPLIFIED_CHINESE);
        collator.setStrength(Collator.PRIMARY); // different characters differ already here; keys stay short
        return collator.freeze();
    }
}
